"""The synced rows, one named tuple per table; the order of the fields is the order on the wire.

Figures are integers: money in 1/10,000 of the major unit, quantities in the unit's smallest step,
times in UTC milliseconds, rates in 1/10,000 %. Numbers given by the central system (places, articles,
channels, staff, companies) are integers; whatever a desk can create has a UUID as text.
"""

from storedesk.domain.records.account import Company as Company
from storedesk.domain.records.account import CompanyApproval as CompanyApproval
from storedesk.domain.records.account import CompanyContact as CompanyContact
from storedesk.domain.records.account import CustomerArticle as CustomerArticle
from storedesk.domain.records.catalogue import Barcode as Barcode
from storedesk.domain.records.catalogue import Price as Price
from storedesk.domain.records.catalogue import PriceList as PriceList
from storedesk.domain.records.catalogue import Product as Product
from storedesk.domain.records.catalogue import Promotion as Promotion
from storedesk.domain.records.catalogue import Variant as Variant
from storedesk.domain.records.channel import BuyerView as BuyerView
from storedesk.domain.records.channel import ChannelState as ChannelState
from storedesk.domain.records.channel import Difference as Difference
from storedesk.domain.records.channel import DifferenceDay as DifferenceDay
from storedesk.domain.records.channel import ProductFault as ProductFault
from storedesk.domain.records.message import Message as Message
from storedesk.domain.records.order import Address as Address
from storedesk.domain.records.order import Contact as Contact
from storedesk.domain.records.order import GoodsReturn as GoodsReturn
from storedesk.domain.records.order import GoodsReturnLine as GoodsReturnLine
from storedesk.domain.records.order import Order as Order
from storedesk.domain.records.order import OrderLine as OrderLine
from storedesk.domain.records.order import OrderRequest as OrderRequest
from storedesk.domain.records.order import Payment as Payment
from storedesk.domain.records.order import Person as Person
from storedesk.domain.records.order import StoreQuestion as StoreQuestion
from storedesk.domain.records.order import TimelineEntry as TimelineEntry
from storedesk.domain.records.pickup import Fulfilment as Fulfilment
from storedesk.domain.records.pickup import FulfilmentLine as FulfilmentLine
from storedesk.domain.records.pickup import Handover as Handover
from storedesk.domain.records.pickup import Parcel as Parcel
from storedesk.domain.records.pickup import ParcelLine as ParcelLine
from storedesk.domain.records.pickup import TillReceipt as TillReceipt
from storedesk.domain.records.pickup import WordKey as WordKey
from storedesk.domain.records.place import Channel as Channel
from storedesk.domain.records.place import DayEntry as DayEntry
from storedesk.domain.records.place import Desk as Desk
from storedesk.domain.records.place import Place as Place
from storedesk.domain.records.place import Setting as Setting
from storedesk.domain.records.place import Staff as Staff
from storedesk.domain.records.place import StagingBin as StagingBin
from storedesk.domain.records.place import TaxRateRow as TaxRateRow
from storedesk.domain.records.quote import Quote as Quote
from storedesk.domain.records.quote import QuoteLine as QuoteLine
from storedesk.domain.records.quote import QuoteRevision as QuoteRevision
from storedesk.domain.records.quote import QuoteYes as QuoteYes
from storedesk.domain.records.routing import RoutingSet as RoutingSet
from storedesk.domain.records.stock import Hold as Hold
from storedesk.domain.records.stock import Movement as Movement
from storedesk.domain.records.stock import ProtectedStock as ProtectedStock
from storedesk.domain.records.stock import StockCount as StockCount
from storedesk.domain.records.stock import StockLevel as StockLevel
from storedesk.domain.records.stock import TillFeed as TillFeed
from storedesk.domain.records.stock import Transfer as Transfer
from storedesk.domain.records.stock import TransferLine as TransferLine
from storedesk.domain.records.work import Task as Task

Row = (
    Place
    | Channel
    | StagingBin
    | TaxRateRow
    | Staff
    | Setting
    | Desk
    | DayEntry
    | Product
    | Variant
    | Barcode
    | Price
    | PriceList
    | Promotion
    | StockLevel
    | Movement
    | Hold
    | ProtectedStock
    | StockCount
    | TillFeed
    | Transfer
    | TransferLine
    | Company
    | CompanyContact
    | CustomerArticle
    | CompanyApproval
    | Order
    | OrderLine
    | Person
    | Address
    | Payment
    | TimelineEntry
    | OrderRequest
    | StoreQuestion
    | GoodsReturn
    | GoodsReturnLine
    | Contact
    | Fulfilment
    | FulfilmentLine
    | Parcel
    | ParcelLine
    | Handover
    | TillReceipt
    | WordKey
    | Task
    | Quote
    | QuoteLine
    | QuoteRevision
    | QuoteYes
    | ChannelState
    | Difference
    | DifferenceDay
    | ProductFault
    | BuyerView
    | RoutingSet
)
