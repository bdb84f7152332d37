<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>AccountPane</name>
    <message>
        <source>New quote</source>
        <translation>Ny offert</translation>
    </message>
    <message>
        <source>Note a yes</source>
        <translation>Notera ja</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Company tree</source>
        <translation>Företagsträd</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Orders and quotes</source>
        <translation>Order och offerter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Offerter</translation>
    </message>
    <message>
        <source>Nobody yet. Ins adds the first.</source>
        <translation>Ingen ännu. Ins lägger till den första.</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Inget av den sorten</translation>
    </message>
    <message>
        <source>Alt+1 shows all.</source>
        <translation>Alt+1 visar alla.</translation>
    </message>
    <message>
        <source>No orders and quotes yet</source>
        <translation>Inga order eller offerter ännu</translation>
    </message>
    <message>
        <source>F9 begins the first quote.</source>
        <translation>F9 påbörjar den första offerten.</translation>
    </message>
    <message>
        <source>budget this month</source>
        <translation>budget denna månad</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nytt konto</translation>
    </message>
    <message>
        <source>sole trader {number}</source>
        <translation>enskild firma {number}</translation>
    </message>
    <message>
        <source>Org. no. {number}</source>
        <translation>org.nr {number}</translation>
    </message>
    <message>
        <source>Customer {number}</source>
        <translation>Kund {number}</translation>
    </message>
    <message>
        <source>customer since {year}</source>
        <translation>kund sedan {year}</translation>
    </message>
    <message>
        <source>Credit stop at {company}</source>
        <translation>Kreditspärr hos {company}</translation>
    </message>
    <message>
        <source>Quotes can be written, orders on account are refused. Head office lifts the stop.</source>
        <translation>Offerter kan skrivas, order på konto nekas. Huvudkontoret häver spärren.</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Claimed {order}</source>
        <translation>Tog {order}</translation>
    </message>
    <message>
        <source>Gave back {order}</source>
        <translation>Lämnade tillbaka {order}</translation>
    </message>
    <message>
        <source>Picked for {order}</source>
        <translation>Plockade till {order}</translation>
    </message>
    <message>
        <source>Put back from {order}</source>
        <translation>La tillbaka från {order}</translation>
    </message>
    <message>
        <source>Missing in {order}</source>
        <translation>Saknas i {order}</translation>
    </message>
    <message>
        <source>Staged {order}</source>
        <translation>Ställde {order}</translation>
    </message>
    <message>
        <source>Marked ready {order}</source>
        <translation>Markerade klar {order}</translation>
    </message>
    <message>
        <source>Handed over {order}</source>
        <translation>Lämnade ut {order}</translation>
    </message>
    <message>
        <source>Took back a handover</source>
        <translation>Ångrade en utlämning</translation>
    </message>
    <message>
        <source>Wrong code for {order}</source>
        <translation>Fel kod för {order}</translation>
    </message>
    <message>
        <source>Started a quote</source>
        <translation>Påbörjade en offert</translation>
    </message>
    <message>
        <source>Changed a quote</source>
        <translation>Ändrade en offert</translation>
    </message>
    <message>
        <source>Issued a quote</source>
        <translation>Lämnade en offert</translation>
    </message>
    <message>
        <source>Made a new version of a quote</source>
        <translation>Gjorde en ny version av en offert</translation>
    </message>
    <message>
        <source>Asked for an approval</source>
        <translation>Bad om ett godkännande</translation>
    </message>
    <message>
        <source>Approved a quote</source>
        <translation>Godkände en offert</translation>
    </message>
    <message>
        <source>Did not approve a quote</source>
        <translation>Godkände inte en offert</translation>
    </message>
    <message>
        <source>Withdrew a quote</source>
        <translation>Drog tillbaka en offert</translation>
    </message>
    <message>
        <source>The customer declined a quote</source>
        <translation>Kunden tackade nej till en offert</translation>
    </message>
    <message>
        <source>Asked for the order of a quote</source>
        <translation>Begärde order på en offert</translation>
    </message>
    <message>
        <source>Opened the day</source>
        <translation>Öppnade dagen</translation>
    </message>
    <message>
        <source>Changed shift</source>
        <translation>Bytte skift</translation>
    </message>
    <message>
        <source>Changed the draft of the routing rules</source>
        <translation>Ändrade utkastet till dirigeringsregler</translation>
    </message>
    <message>
        <source>Put routing rules in use</source>
        <translation>Tog dirigeringsregler i bruk</translation>
    </message>
    <message>
        <source>Threw the draft of the routing rules away</source>
        <translation>Kastade utkastet till dirigeringsregler</translation>
    </message>
    <message>
        <source>Closed the day</source>
        <translation>Stängde dagen</translation>
    </message>
    <message>
        <source>Asked a store</source>
        <translation>Frågade en butik</translation>
    </message>
    <message>
        <source>Passed on the customer&apos;s decision on {order}</source>
        <translation>Lämnade kundens beslut om {order}</translation>
    </message>
    <message>
        <source>Asked for a change of an order</source>
        <translation>Begärde en ändring av en order</translation>
    </message>
    <message>
        <source>Took goods back</source>
        <translation>Tog emot en retur</translation>
    </message>
    <message>
        <source>Decided a task</source>
        <translation>Avgjorde ett ärende</translation>
    </message>
    <message>
        <source>Adjusted stock</source>
        <translation>Justerade lager</translation>
    </message>
    <message>
        <source>Counted a shelf</source>
        <translation>Inventerade en hylla</translation>
    </message>
    <message>
        <source>Held for a customer</source>
        <translation>Lade undan åt kund</translation>
    </message>
    <message>
        <source>Ended a hold</source>
        <translation>Avslutade en undanläggning</translation>
    </message>
    <message>
        <source>Asked for a transfer</source>
        <translation>Begärde en överföring</translation>
    </message>
    <message>
        <source>Answered a transfer</source>
        <translation>Svarade på en överföring</translation>
    </message>
    <message>
        <source>Sent a transfer</source>
        <translation>Skickade en överföring</translation>
    </message>
    <message>
        <source>Received a transfer</source>
        <translation>Tog emot en överföring</translation>
    </message>
    <message>
        <source>Noted a customer&apos;s question</source>
        <translation>Noterade en kunds fråga</translation>
    </message>
    <message>
        <source>Checked a caller</source>
        <translation>Kontrollerade den som ringde</translation>
    </message>
    <message>
        <source>Moved the last day of {order}</source>
        <translation>Flyttade sista dagen för {order}</translation>
    </message>
    <message>
        <source>Let go of {order}, not collected</source>
        <translation>Släppte {order}, ej hämtad</translation>
    </message>
    <message>
        <source>Put goods of {order} back on the shelf</source>
        <translation>Lade tillbaka varor från {order}</translation>
    </message>
    <message>
        <source>Received the goods of {order}</source>
        <translation>Tog emot varorna till {order}</translation>
    </message>
    <message>
        <source>Asked to move {order} to another store</source>
        <translation>Bad att flytta {order} till annan butik</translation>
    </message>
    <message>
        <source>Asked for another collector of {order}</source>
        <translation>Bad om annan som hämtar {order}</translation>
    </message>
    <message>
        <source>Swapped an item of {order}</source>
        <translation>Bytte en vara i {order}</translation>
    </message>
    <message>
        <source>Added a company</source>
        <translation>Lade till ett företag</translation>
    </message>
    <message>
        <source>Added a person of a company</source>
        <translation>Lade till en person på ett företag</translation>
    </message>
    <message>
        <source>Noted what a company&apos;s approver said</source>
        <translation>Noterade ett besked från ett företag</translation>
    </message>
    <message>
        <source>Allowed less discount on a quote</source>
        <translation>Tillät mindre rabatt på en offert</translation>
    </message>
    <message>
        <source>Handed over from the label</source>
        <translation>Lämnade ut från etiketten</translation>
    </message>
    <message>
        <source>Exchanged at the handover</source>
        <translation>Bytt vid utlämningen</translation>
    </message>
    <message>
        <source>Replaced a desk</source>
        <translation>Ersatte en arbetsplats</translation>
    </message>
    <message>
        <source>Had something tried again</source>
        <translation>Lät något prövas på nytt</translation>
    </message>
    <message>
        <source>Gave something up that could not be decided</source>
        <translation>Släppte något som inte kunde beslutas</translation>
    </message>
    <message>
        <source>Had a difference on a channel repaired</source>
        <translation>Lät rätta en skillnad i en kanal</translation>
    </message>
    <message>
        <source>Asked for a check of the channels</source>
        <translation>Bad om en kontroll av kanalerna</translation>
    </message>
</context>
<context>
    <name>AddressSheet</name>
    <message>
        <source>Send it to another address</source>
        <translation>Skicka till en annan adress</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Begär det</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Gata och nummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postnummer</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Som förut</translation>
    </message>
    <message>
        <source>Street, postcode and city are needed.</source>
        <translation>Gata, postnummer och ort behövs.</translation>
    </message>
</context>
<context>
    <name>AdjustSheet</name>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Choose what happened: press 1–9.</source>
        <translation>Välj vad som hänt: tryck 1–9.</translation>
    </message>
    <message>
        <source>Write how many.</source>
        <translation>Skriv hur många.</translation>
    </message>
    <message>
        <source>Count or adjust</source>
        <translation>Räkna eller justera</translation>
    </message>
    <message>
        <source>Press 1–9, the number, then Enter</source>
        <translation>Tryck 1–9, antalet och sedan Enter</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Saknas</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>ut ur lagret</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hittad</translation>
    </message>
    <message>
        <source>into stock</source>
        <translation>in i lagret</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Skadad</translation>
    </message>
    <message>
        <source>not sold any more</source>
        <translation>säljs inte mer</translation>
    </message>
    <message>
        <source>Display item</source>
        <translation>Demoexemplar</translation>
    </message>
    <message>
        <source>stands on show</source>
        <translation>står framme</translation>
    </message>
    <message>
        <source>Back from display</source>
        <translation>Åter från demo</translation>
    </message>
    <message>
        <source>sold as usual again</source>
        <translation>säljs som vanligt igen</translation>
    </message>
    <message>
        <source>Stolen</source>
        <translation>Stulen</translation>
    </message>
    <message>
        <source>Own use</source>
        <translation>Eget bruk</translation>
    </message>
    <message>
        <source>used in the store</source>
        <translation>används i butiken</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Kasserad</translation>
    </message>
    <message>
        <source>out of the damaged</source>
        <translation>bort från skadade</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Räknat</translation>
    </message>
    <message>
        <source>this many are here</source>
        <translation>så många finns här</translation>
    </message>
    <message>
        <source>How many are on the shelf</source>
        <translation>Hur många finns på hyllan</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hur många</translation>
    </message>
    <message>
        <source>On hand {now}</source>
        <translation>I lager {now}</translation>
    </message>
    <message>
        <source>On hand {now} → {then}</source>
        <translation>I lager {now} → {then}</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>just now</source>
        <translation>nyss</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} s ago</source>
        <translation>för {n} s sedan</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>för {n} min sedan</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>för {n} h sedan</translation>
    </message>
</context>
<context>
    <name>AgeChip</name>
    <message>
        <source>unknown</source>
        <translation>okänt</translation>
    </message>
    <message numerus="yes">
        <source>%n min old</source>
        <translation>
            <numerusform>%n min gammalt</numerusform>
            <numerusform>%n min gammalt</numerusform>
        </translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>per {time}</translation>
    </message>
    <message>
        <source>as of {time} · {minutes} min</source>
        <translation>per {time} · {minutes} min</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>There is nothing to print for this pickup.</source>
        <translation>Det finns inget att skriva ut för den här hämtningen.</translation>
    </message>
    <message>
        <source>This desk&apos;s disk or database did not take it. Nothing is lost. Make room on the disk, then try again.</source>
        <translation>Diskens eller databasens plats räckte inte. Inget är förlorat. Gör plats på disken och försök igen.</translation>
    </message>
    <message>
        <source>The copy was not written. Nothing is lost.</source>
        <translation>Kopian skrevs inte. Inget är förlorat.</translation>
    </message>
    <message>
        <source>This desk&apos;s worker could not do it. Nothing is lost. Tell support: D-13.</source>
        <translation>Det gick inte att utföra på den här arbetsplatsen. Inget är förlorat. Säg till supporten: D-13.</translation>
    </message>
    <message>
        <source>Nobody can sign in while the disk of this desk takes no note of it. Make room on it.</source>
        <translation>Ingen kan logga in så länge disken inte kan notera det. Gör plats på den.</translation>
    </message>
    <message>
        <source>Central has signed this desk out. Do it at another desk.</source>
        <translation>Centralen har loggat ut den här kassan. Gör det vid en annan.</translation>
    </message>
    <message>
        <source>The data of this desk was damaged and is fetched again. Unsent work is safe.</source>
        <translation>Data på den här arbetsplatsen var skadade och hämtas på nytt. Osänt arbete är säkert.</translation>
    </message>
    <message>
        <source>The setting was not saved. Everything stays as it was. Make room on the disk, then try again.</source>
        <translation>Inställningen sparades inte. Allt är som förut. Gör plats på disken och försök igen.</translation>
    </message>
</context>
<context>
    <name>AnswersTold</name>
    <message>
        <source>{store} on {number}: {answer}</source>
        <translation>{store} om {number}: {answer}</translation>
    </message>
</context>
<context>
    <name>AppShell</name>
    <message>
        <source>Try now</source>
        <translation>Försök nu</translation>
    </message>
    <message>
        <source>Open Sync</source>
        <translation>Öppna Synk</translation>
    </message>
    <message>
        <source>Working offline since {time}.</source>
        <translation>Arbetar utan nät sedan {time}.</translation>
    </message>
    <message numerus="yes">
        <source>Keep going. %n changes are safe on this desk and go out by themselves.</source>
        <translation>
            <numerusform>Fortsätt. %n ändring är säker här och skickas av sig själv.</numerusform>
            <numerusform>Fortsätt. %n ändringar är säkra här och skickas av sig själva.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep going. What you do is kept on this desk and goes out by itself.</source>
        <translation>Fortsätt. Det du gör sparas på den här arbetsplatsen och skickas av sig självt.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Övning</translation>
    </message>
    <message>
        <source>StoreDesk: practice</source>
        <translation>StoreDesk: övning</translation>
    </message>
</context>
<context>
    <name>ApprovalControl</name>
    <message>
        <source>Answer for {number}</source>
        <translation>Svar för {number}</translation>
    </message>
    <message>
        <source>The quote is over a limit: a supervisor answers.</source>
        <translation>Offerten är över en gräns: en ansvarig svarar.</translation>
    </message>
    <message>
        <source>Answered.</source>
        <translation>Besvarat.</translation>
    </message>
</context>
<context>
    <name>AskSheet</name>
    <message>
        <source>Ask {store}</source>
        <translation>Fråga {store}</translation>
    </message>
    <message>
        <source>Order {number} · the answer comes to this desk and stands at the order</source>
        <translation>Order {number} · svaret kommer till den här arbetsplatsen och står vid ordern</translation>
    </message>
    <message>
        <source>Ask the store</source>
        <translation>Fråga butiken</translation>
    </message>
    <message>
        <source>In your words, without names and numbers</source>
        <translation>Med egna ord, utan namn och nummer</translation>
    </message>
    <message>
        <source>Choose what to ask: press 1–5.</source>
        <translation>Välj vad du vill fråga: tryck 1–5.</translation>
    </message>
    <message>
        <source>Write the question in a few words.</source>
        <translation>Skriv frågan med några ord.</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Handed over twice</source>
        <translation>Utlämnad två gånger</translation>
    </message>
    <message>
        <source>Order had ended before</source>
        <translation>Ordern var redan avslutad</translation>
    </message>
    <message>
        <source>Handed over from label</source>
        <translation>Utlämnad från etikett</translation>
    </message>
    <message>
        <source>Stock fell below zero</source>
        <translation>Lagret gick under noll</translation>
    </message>
    <message>
        <source>Count the shelf</source>
        <translation>Räkna hyllan</translation>
    </message>
    <message>
        <source>Write off, damaged</source>
        <translation>Skriv av, skadat</translation>
    </message>
    <message>
        <source>Relabel two articles</source>
        <translation>Märk om två varor</translation>
    </message>
    <message>
        <source>Cannot be picked here</source>
        <translation>Kan inte plockas här</translation>
    </message>
    <message>
        <source>Central said no</source>
        <translation>Centralen sa nej</translation>
    </message>
    <message>
        <source>Done without the right</source>
        <translation>Gjort utan behörighet</translation>
    </message>
    <message>
        <source>One receipt, two orders</source>
        <translation>Ett kvitto, två order</translation>
    </message>
    <message>
        <source>Goods are missing</source>
        <translation>Varor saknas</translation>
    </message>
    <message>
        <source>Parcel not on the shelf</source>
        <translation>Kolli saknas på hyllan</translation>
    </message>
    <message>
        <source>Parcel should be gone</source>
        <translation>Kolli borde vara borta</translation>
    </message>
    <message>
        <source>A quote waits for approval</source>
        <translation>En offert väntar på godkännande</translation>
    </message>
    <message>
        <source>Central works a quote out differently</source>
        <translation>Centralen räknar en offert annorlunda</translation>
    </message>
    <message>
        <source>A quote did not become an order</source>
        <translation>En offert blev ingen order</translation>
    </message>
    <message>
        <source>A customer&apos;s question for you</source>
        <translation>En kunds fråga till er</translation>
    </message>
    <message>
        <source>The store has answered</source>
        <translation>Butiken har svarat</translation>
    </message>
    <message>
        <source>A change was refused</source>
        <translation>En ändring avslogs</translation>
    </message>
    <message>
        <source>Put goods back</source>
        <translation>Lägg tillbaka varor</translation>
    </message>
    <message>
        <source>Send to the customer</source>
        <translation>Skicka till kunden</translation>
    </message>
    <message>
        <source>Look at opened goods</source>
        <translation>Titta på öppnade varor</translation>
    </message>
    <message>
        <source>More came back than was bought</source>
        <translation>Mer kom tillbaka än vad som köpts</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svara</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Ring upp</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Skicka</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontrollera</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Välj</translation>
    </message>
    <message>
        <source>Asked the store.</source>
        <translation>Frågade butiken.</translation>
    </message>
    <message>
        <source>Asked for a change of the order.</source>
        <translation>Begärde en ändring av ordern.</translation>
    </message>
    <message>
        <source>Passed on what the customer wants.</source>
        <translation>Lämnade besked om vad kunden vill.</translation>
    </message>
    <message>
        <source>Took {items} back beyond what was bought.</source>
        <translation>Tog emot {items} mer än vad som köpts.</translation>
    </message>
    <message>
        <source>A colleague asks for a customer: {question}</source>
        <translation>En kollega frågar för en kund: {question}</translation>
    </message>
    <message>
        <source>The customer waits for your answer.</source>
        <translation>Kunden väntar på ert svar.</translation>
    </message>
    <message>
        <source>The store says: {question}</source>
        <translation>Butiken säger: {question}</translation>
    </message>
    <message>
        <source>It said no: {question}</source>
        <translation>Nej: {question}</translation>
    </message>
    <message>
        <source>Picked {items} for this order.</source>
        <translation>Plockade {items} till den här ordern.</translation>
    </message>
    <message>
        <source>The customer does not want them any more.</source>
        <translation>Kunden vill inte ha dem längre.</translation>
    </message>
    <message>
        <source>Has the goods, reserved for this order.</source>
        <translation>Har varorna, reserverade för den här ordern.</translation>
    </message>
    <message>
        <source>The customer wants them sent home.</source>
        <translation>Kunden vill få dem hemskickade.</translation>
    </message>
    <message>
        <source>Took {items} back, opened.</source>
        <translation>Tog tillbaka {items}, öppnade.</translation>
    </message>
    <message>
        <source>Not for sale until somebody has looked.</source>
        <translation>Säljs inte förrän någon har tittat.</translation>
    </message>
    <message>
        <source>The same goods have come back before.</source>
        <translation>Samma varor har kommit tillbaka tidigare.</translation>
    </message>
    <message>
        <source>Look at the goods, then answer with a digit.</source>
        <translation>Titta på varorna och svara sedan med en siffra.</translation>
    </message>
    <message>
        <source>Ring the customer with this answer.</source>
        <translation>Ring kunden med det här svaret.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the order, and tell the customer.</source>
        <translation>Inget ändrades. Titta på ordern och säg det till kunden.</translation>
    </message>
    <message>
        <source>They can be sold again once they are back on their shelf.</source>
        <translation>De kan säljas igen när de ligger på sin hylla.</translation>
    </message>
    <message>
        <source>Pack the goods and send them.</source>
        <translation>Packa varorna och skicka dem.</translation>
    </message>
    <message>
        <source>Are all parts there, clean and working? Your answer moves the goods.</source>
        <translation>Finns alla delar, är de rena och hela? Ditt svar flyttar varorna.</translation>
    </message>
    <message>
        <source>No money goes back for these until you have decided what really came in.</source>
        <translation>Inga pengar går tillbaka för dem förrän du har avgjort vad som verkligen kom in.</translation>
    </message>
    <message>
        <source>are the goods there?</source>
        <translation>finns varorna där?</translation>
    </message>
    <message>
        <source>when will it be ready?</source>
        <translation>när blir det klart?</translation>
    </message>
    <message>
        <source>what condition are the goods in?</source>
        <translation>i vilket skick är varorna?</translation>
    </message>
    <message>
        <source>can it wait a little longer?</source>
        <translation>kan det vänta lite till?</translation>
    </message>
    <message>
        <source>the question stands at the order.</source>
        <translation>frågan står vid ordern.</translation>
    </message>
    <message>
        <source>the goods are here.</source>
        <translation>varorna finns här.</translation>
    </message>
    <message>
        <source>ready today.</source>
        <translation>klart i dag.</translation>
    </message>
    <message>
        <source>ready tomorrow.</source>
        <translation>klart i morgon.</translation>
    </message>
    <message>
        <source>the goods are not here.</source>
        <translation>varorna finns inte här.</translation>
    </message>
    <message>
        <source>somebody else changed the same thing first.</source>
        <translation>någon annan ändrade samma sak först.</translation>
    </message>
    <message>
        <source>the goods had left before.</source>
        <translation>varorna hade redan lämnat.</translation>
    </message>
    <message>
        <source>the store has packed the goods already.</source>
        <translation>butiken har redan packat varorna.</translation>
    </message>
    <message>
        <source>the order was over before.</source>
        <translation>ordern var redan avslutad.</translation>
    </message>
    <message>
        <source>not enough is free at the place that would do it.</source>
        <translation>det finns inte nog ledigt på platsen som skulle göra det.</translation>
    </message>
    <message>
        <source>Whoever asked is told at once.</source>
        <translation>Den som frågade får veta det genast.</translation>
    </message>
    <message>
        <source>The customer has decided</source>
        <translation>Kunden har bestämt sig</translation>
    </message>
    <message>
        <source>The goods are here</source>
        <translation>Varorna finns här</translation>
    </message>
    <message>
        <source>Ready today</source>
        <translation>Klart i dag</translation>
    </message>
    <message>
        <source>Ready tomorrow</source>
        <translation>Klart i morgon</translation>
    </message>
    <message>
        <source>The goods are not here</source>
        <translation>Varorna finns inte här</translation>
    </message>
    <message>
        <source>Good, back on its shelf</source>
        <translation>Bra, tillbaka på hyllan</translation>
    </message>
    <message>
        <source>It can be sold again from now on.</source>
        <translation>Varan kan säljas igen från och med nu.</translation>
    </message>
    <message>
        <source>Damaged or not complete</source>
        <translation>Skadad eller inte komplett</translation>
    </message>
    <message>
        <source>Books it as damaged. It is not sold.</source>
        <translation>Bokförs som skadad. Varan säljs inte.</translation>
    </message>
    <message>
        <source>One return, written down twice</source>
        <translation>En retur, inskriven två gånger</translation>
    </message>
    <message>
        <source>Takes the second one out of stock again.</source>
        <translation>Tar bort den andra ur lagret igen.</translation>
    </message>
    <message>
        <source>The goods really came in</source>
        <translation>Varorna kom verkligen in</translation>
    </message>
    <message>
        <source>They stay in stock. No money goes back for them.</source>
        <translation>De stannar i lagret. Inga pengar går tillbaka för dem.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Lägg tillbaka</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fråga</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Räkna</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Handed over {items}.</source>
        <translation>Lämnade ut {items}.</translation>
    </message>
    <message>
        <source>Reported {items} as not there.</source>
        <translation>Anmälde {items} som saknade.</translation>
    </message>
    <message>
        <source>Handed the goods over.</source>
        <translation>Lämnade ut varorna.</translation>
    </message>
    <message>
        <source>Took {items} out of stock.</source>
        <translation>Tog {items} ur lagret.</translation>
    </message>
    <message>
        <source>Scanned the pickup shelf at closing.</source>
        <translation>Skannade hämthyllan vid stängning.</translation>
    </message>
    <message>
        <source>The goods stand on the shelf.</source>
        <translation>Varorna står på hyllan.</translation>
    </message>
    <message>
        <source>The goods are not on this shelf.</source>
        <translation>Varorna finns inte på den här hyllan.</translation>
    </message>
    <message>
        <source>Handed over {items} of the same order.</source>
        <translation>Lämnade ut {items} av samma order.</translation>
    </message>
    <message>
        <source>The order had ended before: {state}.</source>
        <translation>Ordern var redan avslutad: {state}.</translation>
    </message>
    <message>
        <source>The order was not on this desk then.</source>
        <translation>Ordern fanns inte på arbetsplatsen då.</translation>
    </message>
    <message>
        <source>Receipt {receipt} had paid another order.</source>
        <translation>Kvitto {receipt} hade betalat en annan order.</translation>
    </message>
    <message>
        <source>The shelf would hold less than nothing.</source>
        <translation>Hyllan skulle hålla mindre än inget.</translation>
    </message>
    <message>
        <source>Not offered online until it is counted.</source>
        <translation>Säljs inte online förrän det är räknat.</translation>
    </message>
    <message>
        <source>It was refused and changed nothing.</source>
        <translation>Det nekades och ändrade inget.</translation>
    </message>
    <message>
        <source>The right had ended before; what happened is kept.</source>
        <translation>Behörigheten hade upphört; det som hänt behålls.</translation>
    </message>
    <message>
        <source>The order waits for the customer.</source>
        <translation>Ordern väntar på kunden.</translation>
    </message>
    <message>
        <source>Issued the quote.</source>
        <translation>Lämnade offerten.</translation>
    </message>
    <message>
        <source>Asked for the order.</source>
        <translation>Begärde ordern.</translation>
    </message>
    <message>
        <source>Asked for the approval.</source>
        <translation>Bad om godkännandet.</translation>
    </message>
    <message>
        <source>The quote is over a limit.</source>
        <translation>Offerten är över en gräns.</translation>
    </message>
    <message>
        <source>Its price lists or rates give other figures.</source>
        <translation>Dess prislistor eller satser ger andra belopp.</translation>
    </message>
    <message>
        <source>Credit, stock, limits or tax stand against it.</source>
        <translation>Kredit, lager, gränser eller moms talar emot.</translation>
    </message>
    <message>
        <source>The parcels are marked missing.</source>
        <translation>Paketen är märkta som saknade.</translation>
    </message>
    <message>
        <source>Changed the draft of the routing rules.</source>
        <translation>Ändrade utkastet till dirigeringsregler.</translation>
    </message>
    <message>
        <source>Put routing rules in use.</source>
        <translation>Tog dirigeringsregler i bruk.</translation>
    </message>
    <message>
        <source>Threw the draft of the routing rules away.</source>
        <translation>Kastade utkastet till dirigeringsregler.</translation>
    </message>
    <message>
        <source>Most likely one handover was recorded twice. No stock moved for the second one.</source>
        <translation>Troligen en utlämning som sparats två gånger. Inget lager ändrades för den andra.</translation>
    </message>
    <message>
        <source>Goods of this order still stand here. Look in the bin before you decide.</source>
        <translation>Varor från ordern står kvar här. Titta i hyllfacket innan du väljer.</translation>
    </message>
    <message>
        <source>The goods have left, and nobody pays for them as it stands.</source>
        <translation>Varorna har lämnat butiken, och ingen betalar för dem som det är nu.</translation>
    </message>
    <message>
        <source>The figure on the shelf was wrong before. A count puts it right.</source>
        <translation>Siffran för hyllan var fel redan innan. En räkning rättar den.</translation>
    </message>
    <message>
        <source>The figure is not trusted until somebody has counted.</source>
        <translation>Siffran gäller inte förrän någon har räknat.</translation>
    </message>
    <message>
        <source>Nothing was handed over or moved. Put the goods back.</source>
        <translation>Inget lämnades ut eller flyttades. Lägg tillbaka varorna.</translation>
    </message>
    <message>
        <source>Goods are where they are. A manager looks at it.</source>
        <translation>Varorna är där de är. En chef tittar på det.</translation>
    </message>
    <message>
        <source>One of the two orders is not paid.</source>
        <translation>En av de två orderna är inte betald.</translation>
    </message>
    <message>
        <source>Central knows the order now. See whether all fits.</source>
        <translation>Centralen känner till ordern nu. Se efter att allt stämmer.</translation>
    </message>
    <message>
        <source>Somebody has to talk to the customer.</source>
        <translation>Någon behöver prata med kunden.</translation>
    </message>
    <message>
        <source>The quote counts as it was issued. Decide whether to talk to the customer.</source>
        <translation>Offerten gäller som den lämnades. Avgör om kunden ska kontaktas.</translation>
    </message>
    <message>
        <source>A customer may come for goods that nobody finds. Look for them.</source>
        <translation>En kund kan komma efter varor som ingen hittar. Leta efter dem.</translation>
    </message>
    <message>
        <source>Goods stand on the shelf that no pickup here waits for.</source>
        <translation>På hyllan står varor som ingen upphämtning här väntar på.</translation>
    </message>
    <message>
        <source>One handover, recorded twice</source>
        <translation>En utlämning, sparad två gånger</translation>
    </message>
    <message>
        <source>The second entry is kept in the journal and moves nothing.</source>
        <translation>Den andra posten finns kvar i journalen och ändrar inget.</translation>
    </message>
    <message>
        <source>The goods left twice</source>
        <translation>Varorna gick ut två gånger</translation>
    </message>
    <message>
        <source>Takes the goods out of stock once more.</source>
        <translation>Tar varorna ur lagret en gång till.</translation>
    </message>
    <message>
        <source>Ask the customer first</source>
        <translation>Fråga kunden först</translation>
    </message>
    <message>
        <source>It waits here until you know. Nothing else changes.</source>
        <translation>Det väntar här tills du vet. Inget annat ändras.</translation>
    </message>
    <message>
        <source>The goods came back</source>
        <translation>Varorna kom tillbaka</translation>
    </message>
    <message>
        <source>Puts them back into stock.</source>
        <translation>Lägger tillbaka dem i lagret.</translation>
    </message>
    <message>
        <source>The customer pays</source>
        <translation>Kunden betalar</translation>
    </message>
    <message>
        <source>Take payment at the till; the goods stay with the customer.</source>
        <translation>Ta betalt i kassan; kunden behåller varorna.</translation>
    </message>
    <message>
        <source>Put the goods back</source>
        <translation>Lägg tillbaka varorna</translation>
    </message>
    <message>
        <source>You have put them back in their place.</source>
        <translation>Du har lagt dem på sin plats igen.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Uppfattat</translation>
    </message>
    <message>
        <source>Closes it. Everything stays in the journal.</source>
        <translation>Stänger ärendet. Allt finns kvar i journalen.</translation>
    </message>
    <message>
        <source>It has been found</source>
        <translation>Det är hittat</translation>
    </message>
    <message>
        <source>It stands in its bin again. Nothing else changes.</source>
        <translation>Det står i sitt hyllfack igen. Inget annat ändras.</translation>
    </message>
    <message>
        <source>It has been counted</source>
        <translation>Det är räknat</translation>
    </message>
    <message>
        <source>The count is entered and this is settled.</source>
        <translation>Räkningen är införd och saken är klar.</translation>
    </message>
    <message>
        <source>code was correct</source>
        <translation>koden stämde</translation>
    </message>
    <message>
        <source>ID was seen</source>
        <translation>legitimation visad</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>på namn</translation>
    </message>
    <message>
        <source>from the label</source>
        <translation>från etiketten</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annullerad</translation>
    </message>
    <message>
        <source>back in stock</source>
        <translation>åter i lager</translation>
    </message>
    <message>
        <source>sent by another place</source>
        <translation>skickas från annan plats</translation>
    </message>
    <message>
        <source>sent home</source>
        <translation>hem till kund</translation>
    </message>
    <message>
        <source>moved to another store</source>
        <translation>flyttad till annan butik</translation>
    </message>
    <message>
        <source>not possible here</source>
        <translation>inte möjlig här</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Behöver ses över</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>A desk does not send</source>
        <translation>En arbetsplats skickar inte</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Titta</translation>
    </message>
    <message>
        <source>Kept its work and could not send it.</source>
        <translation>Sparade sitt arbete och kunde inte skicka det.</translation>
    </message>
    <message>
        <source>Has heard this desk for 15 minutes and got nothing from it.</source>
        <translation>Har hört arbetsplatsen i 15 minuter och inte fått något från den.</translation>
    </message>
    <message>
        <source>What was done at that desk is safe there, but nobody else sees it. Open Sync at the desk and do what it says.</source>
        <translation>Det som gjorts där är sparat på arbetsplatsen, men ingen annan ser det. Öppna Synk på arbetsplatsen och gör som det står där.</translation>
    </message>
    <message>
        <source>Somebody is at the desk</source>
        <translation>Någon är vid arbetsplatsen</translation>
    </message>
    <message>
        <source>Closes it. It comes back if the next change gets stuck too.</source>
        <translation>Stänger den. Den kommer tillbaka om nästa ändring också fastnar.</translation>
    </message>
    <message>
        <source>Settled by itself</source>
        <translation>Löstes av sig självt</translation>
    </message>
    <message>
        <source>What it asked for is no longer needed.</source>
        <translation>Det som efterfrågades behövs inte längre.</translation>
    </message>
    <message>
        <source>Changed this order.</source>
        <translation>Ändrade ordern.</translation>
    </message>
    <message>
        <source>Has it otherwise.</source>
        <translation>Har det på annat sätt.</translation>
    </message>
    <message>
        <source>Look at the order and close this.</source>
        <translation>Titta på ordern och stäng ärendet.</translation>
    </message>
    <message>
        <source>Stock {number}</source>
        <translation>Lager {number}</translation>
    </message>
    <message>
        <source>Call {who}</source>
        <translation>Ring {who}</translation>
    </message>
    <message>
        <source>No change in stock or money</source>
        <translation>Ingen ändring i lager eller pengar</translation>
    </message>
    <message>
        <source>Could not be held</source>
        <translation>Kunde inte läggas undan</translation>
    </message>
    <message>
        <source>Goods are asked for</source>
        <translation>Varor efterfrågas</translation>
    </message>
    <message>
        <source>Transfer was refused</source>
        <translation>Överföringen nekades</translation>
    </message>
    <message>
        <source>Transfer does not match</source>
        <translation>Överföringen stämmer inte</translation>
    </message>
    <message>
        <source>Adjusted the stock by {items}.</source>
        <translation>Justerade lagret med {items}.</translation>
    </message>
    <message>
        <source>Counted the shelf; it differed by {items}.</source>
        <translation>Inventerade hyllan, skillnad {items}.</translation>
    </message>
    <message>
        <source>Asked to hold {items}.</source>
        <translation>Bad om att lägga undan {items}.</translation>
    </message>
    <message>
        <source>Not enough is free there.</source>
        <translation>Det finns inte tillräckligt ledigt där.</translation>
    </message>
    <message>
        <source>Another place waits for the answer.</source>
        <translation>En annan plats väntar på svar.</translation>
    </message>
    <message>
        <source>The place that was asked said no.</source>
        <translation>Platsen som tillfrågades sade nej.</translation>
    </message>
    <message>
        <source>Sent and received are not the same.</source>
        <translation>Skickat och mottaget stämmer inte.</translation>
    </message>
    <message>
        <source>Nothing is kept for the customer. Look where else it is, and say so.</source>
        <translation>Inget är undanlagt åt kunden. Se var det finns i stället och säg till.</translation>
    </message>
    <message>
        <source>Count what arrived, and ask the place that sent it.</source>
        <translation>Räkna det som kom och fråga platsen som skickade.</translation>
    </message>
    <message>
        <source>Arrived, but never sent</source>
        <translation>Framkommet men aldrig skickat</translation>
    </message>
    <message>
        <source>The goods arrived at the other place a week ago.</source>
        <translation>Varorna kom fram till det andra stället för en vecka sedan.</translation>
    </message>
    <message>
        <source>They still count as here. Send the transfer now, or count the shelf.</source>
        <translation>De räknas fortfarande som här. Skicka omflyttningen nu eller räkna hyllan.</translation>
    </message>
    <message>
        <source>Not collected in time</source>
        <translation>Ej hämtad i tid</translation>
    </message>
    <message>
        <source>Put goods back on the shelf</source>
        <translation>Lägg tillbaka varor på hyllan</translation>
    </message>
    <message>
        <source>Put back more than expected</source>
        <translation>Mer lades tillbaka än väntat</translation>
    </message>
    <message>
        <source>Goods nobody here waits for</source>
        <translation>Varor som ingen här väntar på</translation>
    </message>
    <message>
        <source>Less arrived than expected</source>
        <translation>Mindre kom än väntat</translation>
    </message>
    <message>
        <source>Collector changed elsewhere</source>
        <translation>Hämtare ändrad på annat håll</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Kept the goods on the pickup shelf.</source>
        <translation>Behöll varorna på upphämtningshyllan.</translation>
    </message>
    <message>
        <source>The last day has closed. The goods are still here.</source>
        <translation>Sista dagen är slut. Varorna är kvar här.</translation>
    </message>
    <message>
        <source>{items} stand on the pickup shelf.</source>
        <translation>{items} står på upphämtningshyllan.</translation>
    </message>
    <message>
        <source>Let go of {items}.</source>
        <translation>Släppte {items}.</translation>
    </message>
    <message>
        <source>Asked to move it to another store.</source>
        <translation>Bad att flytta den till en annan butik.</translation>
    </message>
    <message>
        <source>Nobody collects them here any more.</source>
        <translation>Ingen hämtar dem här längre.</translation>
    </message>
    <message>
        <source>Put {items} back on the shelf.</source>
        <translation>Lade tillbaka {items} på hyllan.</translation>
    </message>
    <message>
        <source>Nothing of it was left to put back.</source>
        <translation>Inget av det fanns kvar att lägga tillbaka.</translation>
    </message>
    <message>
        <source>Received the goods.</source>
        <translation>Tog emot varorna.</translation>
    </message>
    <message>
        <source>No pickup of this store waits for them.</source>
        <translation>Ingen upphämtning i butiken väntar på dem.</translation>
    </message>
    <message>
        <source>Part of what was sent is missing.</source>
        <translation>En del av det som skickades saknas.</translation>
    </message>
    <message>
        <source>Asked for another collector.</source>
        <translation>Bad om en annan hämtare.</translation>
    </message>
    <message>
        <source>Reach the customer, keep it longer or let it go, in Pickups under Not collected.</source>
        <translation>Nå kunden, behåll längre eller släpp den, i Upphämtning under Ej hämtade.</translation>
    </message>
    <message>
        <source>The goods can be sold again once they are scanned back to their shelf.</source>
        <translation>Varorna kan säljas igen när de är skannade tillbaka till sin hylla.</translation>
    </message>
    <message>
        <source>Nothing was moved. Count the shelf if the figure looks wrong.</source>
        <translation>Inget flyttades. Räkna hyllan om siffran ser fel ut.</translation>
    </message>
    <message>
        <source>Nothing was moved. Keep the goods apart and ask where they belong.</source>
        <translation>Inget flyttades. Ställ varorna för sig och fråga vart de hör.</translation>
    </message>
    <message>
        <source>What came is on hand. The customer has to hear about the rest.</source>
        <translation>Det som kom finns i lager. Kunden måste få veta om resten.</translation>
    </message>
    <message>
        <source>The first change counts. Ask the customer which name is right.</source>
        <translation>Den första ändringen gäller. Fråga kunden vilket namn som stämmer.</translation>
    </message>
    <message>
        <source>One company, two accounts</source>
        <translation>Ett företag, två konton</translation>
    </message>
    <message>
        <source>Added a company.</source>
        <translation>Lade till ett företag.</translation>
    </message>
    <message>
        <source>Another account has the same organisation number.</source>
        <translation>Ett annat konto har samma organisationsnummer.</translation>
    </message>
    <message>
        <source>Its quotes, people and credit are spread over two accounts.</source>
        <translation>Offerter, personer och kredit är delade på två konton.</translation>
    </message>
    <message>
        <source>It is the same company</source>
        <translation>Det är samma företag</translation>
    </message>
    <message>
        <source>The older account stands for both. People and sites move there.</source>
        <translation>Det äldre kontot gäller för båda. Personer och arbetsställen flyttas dit.</translation>
    </message>
    <message>
        <source>They are two companies</source>
        <translation>Det är två företag</translation>
    </message>
    <message>
        <source>Both accounts stay as they are.</source>
        <translation>Båda kontona lämnas som de är.</translation>
    </message>
    <message>
        <source>No, less discount</source>
        <translation>Nej, mindre rabatt</translation>
    </message>
    <message>
        <source>Lowers the discount to what the seller may give; then it can be issued.</source>
        <translation>Sänker rabatten till vad säljaren får ge; sedan kan den utfärdas.</translation>
    </message>
    <message>
        <source>Total with VAT</source>
        <translation>Summa med moms</translation>
    </message>
    <message>
        <source>Largest discount</source>
        <translation>Största rabatt</translation>
    </message>
    <message>
        <source>The seller’s limit</source>
        <translation>Säljarens gräns</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marginal</translation>
    </message>
    <message>
        <source>at most {rate}</source>
        <translation>högst {rate}</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Märk om</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>Berätta</translation>
    </message>
    <message>
        <source>Waits for the customer</source>
        <translation>Väntar på kunden</translation>
    </message>
    <message>
        <source>Waits for a manager</source>
        <translation>Väntar på en chef</translation>
    </message>
    <message>
        <source>Waits for the other place</source>
        <translation>Väntar på den andra platsen</translation>
    </message>
    <message>
        <source>Handed over from the label.</source>
        <translation>Lämnade ut från etiketten.</translation>
    </message>
    <message>
        <source>Entered the till receipt.</source>
        <translation>Skrev in kassakvittot.</translation>
    </message>
    <message>
        <source>Reported {items} as damaged.</source>
        <translation>Anmälde {items} som skadade.</translation>
    </message>
    <message>
        <source>Reported a wrong label on {items}.</source>
        <translation>Anmälde fel etikett på {items}.</translation>
    </message>
    <message>
        <source>Reported that nothing can be picked here.</source>
        <translation>Anmälde att inget kan plockas här.</translation>
    </message>
    <message>
        <source>Did what stands below.</source>
        <translation>Gjorde det som står nedan.</translation>
    </message>
    <message>
        <source>Took a handover back without the goods.</source>
        <translation>Tog tillbaka en utlämning utan varorna.</translation>
    </message>
    <message>
        <source>Another place asks for goods of this place.</source>
        <translation>En annan plats ber om varor härifrån.</translation>
    </message>
    <message>
        <source>Asked another place for goods.</source>
        <translation>Bad en annan plats om varor.</translation>
    </message>
    <message>
        <source>Sent or received a transfer.</source>
        <translation>Skickade eller tog emot en flytt.</translation>
    </message>
    <message>
        <source>Answered a transfer.</source>
        <translation>Svarade på en flytt.</translation>
    </message>
    <message>
        <source>Sent a transfer.</source>
        <translation>Skickade en flytt.</translation>
    </message>
    <message>
        <source>Received a transfer.</source>
        <translation>Tog emot en flytt.</translation>
    </message>
    <message>
        <source>Asked for a count.</source>
        <translation>Bad om en inventering.</translation>
    </message>
    <message>
        <source>The goods are booked as damaged.</source>
        <translation>Varorna är bokförda som skadade.</translation>
    </message>
    <message>
        <source>Both articles are booked as they were found.</source>
        <translation>Båda artiklarna är bokförda så som de hittades.</translation>
    </message>
    <message>
        <source>Never said that the goods have left.</source>
        <translation>Har aldrig sagt att varorna har gått iväg.</translation>
    </message>
    <message>
        <source>Goods would leave this shelf. Find them, then say yes or no.</source>
        <translation>Varor skulle lämna den här hyllan. Leta upp dem och svara sedan ja eller nej.</translation>
    </message>
    <message>
        <source>No goods come from there. Whoever waits for them has to be told.</source>
        <translation>Det kommer inga varor därifrån. Den som väntar på dem måste få veta det.</translation>
    </message>
    <message>
        <source>Two articles carry each other’s label. Customers would get the wrong one.</source>
        <translation>Två artiklar bär varandras etikett. Kunder skulle få fel vara.</translation>
    </message>
    <message>
        <source>Write them off</source>
        <translation>Skriv av dem</translation>
    </message>
    <message>
        <source>The goods leave the stock for good.</source>
        <translation>Varorna lämnar lagret för gott.</translation>
    </message>
    <message>
        <source>They can be sold after all</source>
        <translation>De går att sälja ändå</translation>
    </message>
    <message>
        <source>Puts them back among the goods for sale.</source>
        <translation>Lägger tillbaka dem bland säljbara varor.</translation>
    </message>
    <message>
        <source>Both labels are right now</source>
        <translation>Båda etiketterna stämmer nu</translation>
    </message>
    <message>
        <source>You have put the right label on each.</source>
        <translation>Du har satt rätt etikett på båda.</translation>
    </message>
    <message>
        <source>Have it counted</source>
        <translation>Låt räkna</translation>
    </message>
    <message>
        <source>Opens a count for each article and closes this.</source>
        <translation>Öppnar en inventering per artikel och stänger detta.</translation>
    </message>
    <message>
        <source>They have been found</source>
        <translation>De är hittade</translation>
    </message>
    <message>
        <source>Puts the parcels back into their bins and into stock.</source>
        <translation>Lägger kollina i sina hyllfack och tillbaka i lager.</translation>
    </message>
    <message>
        <source>Say yes</source>
        <translation>Svara ja</translation>
    </message>
    <message>
        <source>The other place sees it at once. Then find and send the goods.</source>
        <translation>Den andra platsen ser det genast. Leta sedan upp varorna och skicka dem.</translation>
    </message>
    <message>
        <source>Say no</source>
        <translation>Svara nej</translation>
    </message>
    <message>
        <source>The other place is told and asks elsewhere.</source>
        <translation>Den andra platsen får veta det och frågar någon annanstans.</translation>
    </message>
    <message>
        <source>Approve the quote</source>
        <translation>Godkänn offerten</translation>
    </message>
    <message>
        <source>Whoever has the right signs with a PIN; the quote can be issued.</source>
        <translation>Den som har rätten godkänner med PIN; sedan kan offerten lämnas.</translation>
    </message>
    <message>
        <source>Do not approve it</source>
        <translation>Godkänn den inte</translation>
    </message>
    <message>
        <source>The quote goes back to whoever wrote it.</source>
        <translation>Offerten går tillbaka till den som skrev den.</translation>
    </message>
    <message>
        <source>Leave it to a manager</source>
        <translation>Lämna det till en chef</translation>
    </message>
    <message>
        <source>It waits here. Nothing else changes.</source>
        <translation>Det väntar här. Inget annat ändras.</translation>
    </message>
    <message>
        <source>Ask the other place</source>
        <translation>Fråga den andra platsen</translation>
    </message>
    <message>
        <source>Keep them as damaged</source>
        <translation>Behåll dem som skadade</translation>
    </message>
    <message>
        <source>They stay booked as damaged. Nothing else changes.</source>
        <translation>De står kvar som skadade. Inget annat ändras.</translation>
    </message>
    <message>
        <source>All fits</source>
        <translation>Allt stämmer</translation>
    </message>
    <message>
        <source>Order, parcels and person fit. Closes this.</source>
        <translation>Order, kollin och person stämmer. Stänger detta.</translation>
    </message>
    <message>
        <source>They are lost</source>
        <translation>De är borta</translation>
    </message>
    <message>
        <source>They stay out of stock. The order shows what is missing.</source>
        <translation>De är fortsatt ute ur lager. Ordern visar vad som saknas.</translation>
    </message>
    <message>
        <source>It was in order</source>
        <translation>Det var i sin ordning</translation>
    </message>
    <message>
        <source>The figure is known</source>
        <translation>Siffran är känd</translation>
    </message>
    <message>
        <source>Closes it without a count.</source>
        <translation>Stänger utan inventering.</translation>
    </message>
    <message>
        <source>Close without a count</source>
        <translation>Stäng utan inventering</translation>
    </message>
    <message>
        <source>The figure stays as it is.</source>
        <translation>Siffran står kvar.</translation>
    </message>
    <message>
        <source>Takes them out of stock. The order shows it.</source>
        <translation>Tar ut dem ur lagret. Ordern visar det.</translation>
    </message>
    <message>
        <source>All is back on its shelf</source>
        <translation>Allt är tillbaka på sin hylla</translation>
    </message>
    <message>
        <source>Frees what the order had reserved and ends the pickup.</source>
        <translation>Frigör det ordern reserverat och avslutar upphämtningen.</translation>
    </message>
    <message>
        <source>You have talked; go on from the order.</source>
        <translation>Ni har talats vid; fortsätt från ordern.</translation>
    </message>
    <message>
        <source>The customer knows</source>
        <translation>Kunden vet</translation>
    </message>
    <message>
        <source>Closes it. Nothing is held.</source>
        <translation>Stänger detta. Inget hålls undan.</translation>
    </message>
    <message>
        <source>Call the customer</source>
        <translation>Ring kunden</translation>
    </message>
    <message>
        <source>It waits here until you have talked.</source>
        <translation>Det väntar här tills ni har talats vid.</translation>
    </message>
    <message>
        <source>It is not needed any more</source>
        <translation>Det behövs inte längre</translation>
    </message>
    <message>
        <source>Closes it. No goods come.</source>
        <translation>Stänger detta. Inga varor kommer.</translation>
    </message>
    <message>
        <source>Already dealt with</source>
        <translation>Redan ordnat</translation>
    </message>
    <message>
        <source>Closes it; answer it on the transfer itself.</source>
        <translation>Stänger detta; svara på själva flytten.</translation>
    </message>
    <message>
        <source>Keep the quote as issued</source>
        <translation>Behåll offerten som den lämnades</translation>
    </message>
    <message>
        <source>Its prices stand. Nothing changes for the customer.</source>
        <translation>Priserna gäller. Inget ändras för kunden.</translation>
    </message>
    <message>
        <source>Leave the quote open</source>
        <translation>Låt offerten stå öppen</translation>
    </message>
    <message>
        <source>It stands as issued and can be asked for again.</source>
        <translation>Den gäller som den lämnades och kan begäras igen.</translation>
    </message>
    <message>
        <source>Back on the shop floor</source>
        <translation>Tillbaka i butiken</translation>
    </message>
    <message>
        <source>You have put the goods back in their place.</source>
        <translation>Du har lagt tillbaka varorna på sin plats.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkänd</translation>
    </message>
    <message>
        <source>The quote can be issued.</source>
        <translation>Offerten kan lämnas.</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Inte godkänd</translation>
    </message>
    <message>
        <source>The goods are sent</source>
        <translation>Varorna är skickade</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sista dag</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Vad som gjordes</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Skäl</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Hyllfack</translation>
    </message>
    <message>
        <source>Till receipt</source>
        <translation>Kassakvitto</translation>
    </message>
    <message>
        <source>Would stand at</source>
        <translation>Skulle bli</translation>
    </message>
    <message>
        <source>Articles below zero</source>
        <translation>Artiklar under noll</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Begärd av</translation>
    </message>
    <message>
        <source>Discount given</source>
        <translation>Given rabatt</translation>
    </message>
    <message>
        <source>Discount allowed</source>
        <translation>Tillåten rabatt</translation>
    </message>
    <message>
        <source>Total allowed</source>
        <translation>Tillåten summa</translation>
    </message>
    <message>
        <source>Age of the account</source>
        <translation>Kundens ålder</translation>
    </message>
    <message>
        <source>Age needed</source>
        <translation>Ålder som krävs</translation>
    </message>
    <message>
        <source>Credit is short by</source>
        <translation>Krediten saknar</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Önskat</translation>
    </message>
    <message>
        <source>Free now</source>
        <translation>Ledigt nu</translation>
    </message>
    <message>
        <source>Nobody may order for</source>
        <translation>Ingen får beställa för</translation>
    </message>
    <message>
        <source>Tax rate changed</source>
        <translation>Momssatsen ändrades</translation>
    </message>
    <message>
        <source>Against it</source>
        <translation>Talar emot</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>Pris nu</translation>
    </message>
    <message>
        <source>Net on the quote</source>
        <translation>Netto i offerten</translation>
    </message>
    <message>
        <source>Net at central</source>
        <translation>Netto hos centralen</translation>
    </message>
    <message>
        <source>VAT on the quote</source>
        <translation>Moms i offerten</translation>
    </message>
    <message>
        <source>VAT at central</source>
        <translation>Moms hos centralen</translation>
    </message>
    <message>
        <source>Total on the quote</source>
        <translation>Summa i offerten</translation>
    </message>
    <message>
        <source>Total at central</source>
        <translation>Summa hos centralen</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Begärt</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retur</translation>
    </message>
    <message>
        <source>below its floor</source>
        <translation>under sin gräns</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>hittades inte</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>skadad</translation>
    </message>
    <message>
        <source>wrong label</source>
        <translation>fel etikett</translation>
    </message>
    <message>
        <source>display item</source>
        <translation>visningsvara</translation>
    </message>
    <message>
        <source>other</source>
        <translation>annat</translation>
    </message>
    <message>
        <source>later</source>
        <translation>senare</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>saknas</translation>
    </message>
    <message>
        <source>found</source>
        <translation>hittad</translation>
    </message>
    <message>
        <source>stolen</source>
        <translation>stulen</translation>
    </message>
    <message>
        <source>own use</source>
        <translation>eget bruk</translation>
    </message>
    <message>
        <source>written off</source>
        <translation>avskriven</translation>
    </message>
    <message>
        <source>count</source>
        <translation>inventering</translation>
    </message>
    <message>
        <source>back from display</source>
        <translation>tillbaka från visning</translation>
    </message>
    <message>
        <source>wrong customer</source>
        <translation>fel kund</translation>
    </message>
    <message>
        <source>wrong parcel</source>
        <translation>fel kolli</translation>
    </message>
    <message>
        <source>pressed too early</source>
        <translation>tryckte för tidigt</translation>
    </message>
    <message>
        <source>customer came back</source>
        <translation>kunden kom tillbaka</translation>
    </message>
    <message>
        <source>parcels missing</source>
        <translation>kollin saknas</translation>
    </message>
    <message>
        <source>not seen at closing</source>
        <translation>syntes inte vid stängning</translation>
    </message>
    <message>
        <source>seen at closing</source>
        <translation>sågs vid stängning</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>begärd</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>lovad</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>skickad</translation>
    </message>
    <message>
        <source>received</source>
        <translation>mottagen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>nekad</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>inte påbörjad</translation>
    </message>
    <message>
        <source>started</source>
        <translation>påbörjad</translation>
    </message>
    <message>
        <source>being picked</source>
        <translation>plockas</translation>
    </message>
    <message>
        <source>staged</source>
        <translation>framställd</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>klar</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>utlämnad</translation>
    </message>
    <message>
        <source>partly collected</source>
        <translation>delvis hämtad</translation>
    </message>
    <message>
        <source>not collected</source>
        <translation>inte hämtad</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>på väg</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>framme</translation>
    </message>
    <message>
        <source>customer decides</source>
        <translation>kunden bestämmer</translation>
    </message>
    <message>
        <source>credit is stopped</source>
        <translation>krediten är spärrad</translation>
    </message>
    <message>
        <source>a line without a price</source>
        <translation>en rad utan pris</translation>
    </message>
    <message>
        <source>the tax of a line</source>
        <translation>momsen på en rad</translation>
    </message>
    <message>
        <source>a tax rate is missing</source>
        <translation>en momssats saknas</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>annan adress</translation>
    </message>
    <message>
        <source>cancel the order</source>
        <translation>avbeställ ordern</translation>
    </message>
    <message>
        <source>cancel a line</source>
        <translation>avbeställ en rad</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>en anteckning</translation>
    </message>
    <message>
        <source>send it home</source>
        <translation>skicka hem</translation>
    </message>
    <message>
        <source>another store</source>
        <translation>en annan butik</translation>
    </message>
    <message>
        <source>changed by somebody else</source>
        <translation>ändrad av någon annan</translation>
    </message>
    <message>
        <source>the goods have left</source>
        <translation>varorna har lämnat</translation>
    </message>
    <message>
        <source>over already</source>
        <translation>redan avslutad</translation>
    </message>
    <message>
        <source>not enough is free</source>
        <translation>inte tillräckligt ledigt</translation>
    </message>
    <message>
        <source>the goods are here</source>
        <translation>varorna finns här</translation>
    </message>
    <message>
        <source>ready today</source>
        <translation>klart i dag</translation>
    </message>
    <message>
        <source>ready tomorrow</source>
        <translation>klart i morgon</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>finns inte här</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>{label}, line {line}</source>
        <translation>{label}, rad {line}</translation>
    </message>
    <message>
        <source>Its record is not on this desk now.</source>
        <translation>Posten finns inte på den här arbetsplatsen nu.</translation>
    </message>
    <message>
        <source>The goods are neither here nor with the customer. They are out of stock and still paid for.</source>
        <translation>Varorna finns varken här eller hos kunden. De är ute ur lager och fortfarande betalda.</translation>
    </message>
    <message>
        <source>It cannot be issued before somebody with the right has agreed. No goods or money move.</source>
        <translation>Den kan inte lämnas förrän någon med rätten har sagt ja. Inga varor eller pengar rör sig.</translation>
    </message>
    <message>
        <source>There is no order yet: no goods are reserved and no credit is used. The quote still stands.</source>
        <translation>Det finns ingen order än: inga varor är reserverade och ingen kredit används. Offerten gäller fortfarande.</translation>
    </message>
    <message>
        <source>The goods are damaged: they are not for sale and still cost money until somebody decides.</source>
        <translation>Varorna är skadade: de säljs inte och kostar pengar tills någon bestämmer.</translation>
    </message>
    <message>
        <source>Asked that {name} may collect.</source>
        <translation>Bad att {name} får hämta.</translation>
    </message>
    <message>
        <source>{name} had been named before.</source>
        <translation>{name} hade angetts före.</translation>
    </message>
    <message>
        <source>Other orders want it too: {orders}.</source>
        <translation>Andra order vill också ha den: {orders}.</translation>
    </message>
    <message>
        <source>With VAT</source>
        <translation>Med moms</translation>
    </message>
    <message>
        <source>Changed before the answer</source>
        <translation>Ändrad före svaret</translation>
    </message>
    <message>
        <source>The quote is not the one that was asked about any more.</source>
        <translation>Offerten är inte längre den som frågan gällde.</translation>
    </message>
    <message>
        <source>Issued before the answer</source>
        <translation>Utfärdad före svaret</translation>
    </message>
    <message>
        <source>Somebody with the right issued it.</source>
        <translation>Någon med rätt till det utfärdade den.</translation>
    </message>
    <message>
        <source>Ended before the answer</source>
        <translation>Avslutad före svaret</translation>
    </message>
    <message>
        <source>Nobody has to answer any more.</source>
        <translation>Ingen behöver svara längre.</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Väntar på</translation>
    </message>
    <message>
        <source>The mail to the customer did not surely go out.</source>
        <translation>Det är inte säkert att mejlet till kunden gick i väg.</translation>
    </message>
    <message>
        <source>Nobody did anything wrong.</source>
        <translation>Ingen har gjort fel.</translation>
    </message>
    <message>
        <source>The customer may not know</source>
        <translation>Kunden vet kanske inte</translation>
    </message>
    <message>
        <source>The goods wait, and the customer may not know. Ring, then say that it is done.</source>
        <translation>Varorna väntar och kunden vet kanske inte om det. Ring och säg sedan att det är gjort.</translation>
    </message>
    <message>
        <source>Central could not decide</source>
        <translation>Centralen kunde inte besluta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>It could not decide this. It keeps it, and all else goes on.</source>
        <translation>Den kunde inte besluta detta. Den behåller det, och allt annat går vidare.</translation>
    </message>
    <message>
        <source>What was done counts at this desk only. Other desks and channels do not know of it yet.</source>
        <translation>Det som gjordes gäller bara på den här arbetsplatsen. Andra arbetsplatser och kanaler vet inte om det än.</translation>
    </message>
    <message>
        <source>Try it again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Central decides it anew, as it came. It takes effect once.</source>
        <translation>Centralen beslutar på nytt, så som det kom in. Det verkar en gång.</translation>
    </message>
    <message>
        <source>Do not try it any more</source>
        <translation>Försök inte mer</translation>
    </message>
    <message>
        <source>It counts as refused and is taken back at its desk. Managers only.</source>
        <translation>Det räknas som nekat och tas tillbaka på sin arbetsplats. Endast chefer.</translation>
    </message>
    <message>
        <source>The tills are silent</source>
        <translation>Kassorna är tysta</translation>
    </message>
    <message>
        <source>A till sold an unknown article</source>
        <translation>En kassa sålde en okänd artikel</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Namnge den</translation>
    </message>
    <message>
        <source>The store is open and its tills send nothing.</source>
        <translation>Butiken är öppen och dess kassor skickar ingenting.</translation>
    </message>
    <message>
        <source>Keeps more back online until the tills are heard of again.</source>
        <translation>Håller tillbaka mer på nätet tills kassorna hörs av igen.</translation>
    </message>
    <message>
        <source>The till sold or took back under this number.</source>
        <translation>Kassan sålde eller tog tillbaka under det här numret.</translation>
    </message>
    <message>
        <source>Has kept the lines and booked none of them.</source>
        <translation>Har sparat raderna och bokfört ingen av dem.</translation>
    </message>
    <message>
        <source>What the tills have sold since is not in the figures. Look whether they are on and have a line.</source>
        <translation>Det som kassorna har sålt sedan dess finns inte i siffrorna. Se efter om de är på och har förbindelse.</translation>
    </message>
    <message>
        <source>The stock does not know of these sales yet. They are booked by themselves once the number is known.</source>
        <translation>Lagret känner inte till de här försäljningarna än. De bokförs av sig själva när numret är känt.</translation>
    </message>
    <message>
        <source>no article has this number</source>
        <translation>ingen artikel har det här numret</translation>
    </message>
    <message>
        <source>several articles have this number</source>
        <translation>flera artiklar har det här numret</translation>
    </message>
    <message>
        <source>the article is not sold in such quantities</source>
        <translation>artikeln säljs inte i sådana mängder</translation>
    </message>
    <message>
        <source>sold at the till</source>
        <translation>såld i kassan</translation>
    </message>
    <message>
        <source>Nothing was sold</source>
        <translation>Inget har sålts</translation>
    </message>
    <message>
        <source>Closes it. It comes back with the next silence.</source>
        <translation>Avslutar. Den kommer tillbaka vid nästa tystnad.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Låt den vara</translation>
    </message>
    <message>
        <source>The lines stay kept and can be named later.</source>
        <translation>Raderna finns kvar och kan namnges senare.</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Namngiven</translation>
    </message>
    <message>
        <source>The number is known now and its lines are booked.</source>
        <translation>Numret är känt nu och raderna är bokförda.</translation>
    </message>
    <message>
        <source>Had a difference on a channel repaired.</source>
        <translation>Lät rätta en skillnad i en kanal.</translation>
    </message>
    <message>
        <source>Asked for a check of the channels.</source>
        <translation>Bad om en kontroll av kanalerna.</translation>
    </message>
    <message>
        <source>A channel did not take it</source>
        <translation>En kanal tog inte emot det</translation>
    </message>
    <message>
        <source>Enter by hand</source>
        <translation>För in för hand</translation>
    </message>
    <message>
        <source>The channel said no, or did not answer often enough.</source>
        <translation>Kanalen sa nej, eller svarade inte trots flera försök.</translation>
    </message>
    <message>
        <source>The channel shows the order as it was before. Enter it there by hand, then say that it is done.</source>
        <translation>Kanalen visar ordern som den var förut. För in det där för hand och säg sedan att det är gjort.</translation>
    </message>
    <message>
        <source>No place can take this order</source>
        <translation>Ingen plats kan ta ordern</translation>
    </message>
    <message>
        <source>An article nobody here knows</source>
        <translation>En artikel som ingen här känner till</translation>
    </message>
    <message>
        <source>Cancelled online when it was packed</source>
        <translation>Avbeställd på nätet när den var packad</translation>
    </message>
    <message>
        <source>Cancelled online after the goods left</source>
        <translation>Avbeställd på nätet efter att varorna lämnats ut</translation>
    </message>
    <message>
        <source>Find the goods</source>
        <translation>Hitta varorna</translation>
    </message>
    <message>
        <source>Find the article</source>
        <translation>Hitta artikeln</translation>
    </message>
    <message>
        <source>Unpack</source>
        <translation>Packa upp</translation>
    </message>
    <message>
        <source>Get back or charge</source>
        <translation>Ta tillbaka eller ta betalt</translation>
    </message>
    <message>
        <source>Nothing: {items} of this order wait.</source>
        <translation>Inget: {items} av ordern väntar.</translation>
    </message>
    <message>
        <source>No place has the goods, or may take the order now.</source>
        <translation>Ingen plats har varorna, eller får ta ordern nu.</translation>
    </message>
    <message>
        <source>Nothing: the order came in from a channel.</source>
        <translation>Inget: ordern kom in från en kanal.</translation>
    </message>
    <message>
        <source>An article of it is not in the catalogue.</source>
        <translation>En artikel i den finns inte i sortimentet.</translation>
    </message>
    <message>
        <source>Packed {items} for this order.</source>
        <translation>Packade {items} för ordern.</translation>
    </message>
    <message>
        <source>It was cancelled online after that.</source>
        <translation>Den avbeställdes på nätet efter det.</translation>
    </message>
    <message>
        <source>Handed the goods over or sent them.</source>
        <translation>Lämnade ut varorna eller skickade dem.</translation>
    </message>
    <message>
        <source>Nothing is promised yet. It is tried again by itself, until a place can take it.</source>
        <translation>Inget är lovat än. Det provas igen av sig självt, tills en plats kan ta den.</translation>
    </message>
    <message>
        <source>The line stays on the order as text, and no place is asked to send it.</source>
        <translation>Raden står kvar på ordern som text, och ingen plats ombeds skicka den.</translation>
    </message>
    <message>
        <source>The goods are free for others. The customer may still come for them.</source>
        <translation>Varorna är lediga för andra. Kunden kan ändå komma för att hämta dem.</translation>
    </message>
    <message>
        <source>The customer has the goods and may get the money back.</source>
        <translation>Kunden har varorna och kan få pengarna tillbaka.</translation>
    </message>
    <message>
        <source>Unpacked, back on the shelf</source>
        <translation>Uppackad, åter på hyllan</translation>
    </message>
    <message>
        <source>The article is known now</source>
        <translation>Artikeln finns nu</translation>
    </message>
    <message>
        <source>The next news of the order finds it.</source>
        <translation>Nästa nyhet om ordern hittar den.</translation>
    </message>
    <message>
        <source>Another account may be the same company.</source>
        <translation>Ett annat konto kan vara samma företag.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Kundnummer</translation>
    </message>
    <message>
        <source>Organisation number</source>
        <translation>Organisationsnummer</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Why it may be</source>
        <translation>Varför det kan vara så</translation>
    </message>
    <message>
        <source>the same link to another system</source>
        <translation>samma koppling till ett annat system</translation>
    </message>
    <message>
        <source>the same organisation number</source>
        <translation>samma organisationsnummer</translation>
    </message>
    <message>
        <source>the same VAT number</source>
        <translation>samma momsnummer</translation>
    </message>
    <message>
        <source>the same e-mail domain and a like name</source>
        <translation>samma e-postdomän och ett liknande namn</translation>
    </message>
    <message>
        <source>the same person’s phone or e-mail</source>
        <translation>samma persons telefon eller e-post</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>samma namn</translation>
    </message>
    <message>
        <source>yet another organisation number</source>
        <translation>men ett annat organisationsnummer</translation>
    </message>
    <message>
        <source>yet another country</source>
        <translation>men ett annat land</translation>
    </message>
    <message>
        <source>More came than the customer waits for</source>
        <translation>Det kom fler än kunden väntar på</translation>
    </message>
    <message>
        <source>Sent, but no longer wanted</source>
        <translation>Skickat, men behövs inte längre</translation>
    </message>
    <message>
        <source>The order wants fewer of them by now, or none.</source>
        <translation>Ordern vill ha färre nu, eller inga alls.</translation>
    </message>
    <message>
        <source>Sent the goods to the other place.</source>
        <translation>Skickade varorna till den andra platsen.</translation>
    </message>
    <message>
        <source>They had been refused or called off before that was heard of.</source>
        <translation>De hade avböjts eller avbeställts innan det blev känt.</translation>
    </message>
    <message>
        <source>They are on hand and promised to nobody. Put them on their shelf.</source>
        <translation>De finns i lager och är inte lovade till någon. Lägg dem på sin hylla.</translation>
    </message>
    <message>
        <source>Nobody waits for them. The other place keeps them on its shelf, or sends them back.</source>
        <translation>Ingen väntar på dem. Den andra platsen behåller dem på sin hylla eller skickar tillbaka dem.</translation>
    </message>
</context>
<context>
    <name>AttentionControl</name>
    <message>
        <source>Decided.</source>
        <translation>Avgjort.</translation>
    </message>
</context>
<context>
    <name>AttentionScreen</name>
    <message>
        <source>Attention</source>
        <translation>Att åtgärda</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Inget att åtgärda</translation>
    </message>
    <message>
        <source>All this desk did was accepted.</source>
        <translation>Allt från arbetsplatsen är godtaget.</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Inget valt</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>Välj ett till vänster.</translation>
    </message>
    <message>
        <source>Attention cannot be read</source>
        <translation>Listan kan inte läsas</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message numerus="yes">
        <source>These %n wait here. Everything else keeps syncing.</source>
        <translation>
            <numerusform>Detta %n väntar här. Allt annat synkas vidare.</numerusform>
            <numerusform>Dessa %n väntar här. Allt annat synkas vidare.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything keeps syncing.</source>
        <translation>Allt synkas vidare.</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Inget att avgöra</translation>
    </message>
    <message>
        <source>What central does not plainly accept shows up here.</source>
        <translation>Det som centralen inte godtar rakt av visas här.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Done lately</source>
        <translation>Nyligen klart</translation>
    </message>
</context>
<context>
    <name>CancelLineSheet</name>
    <message>
        <source>How many</source>
        <translation>Hur många</translation>
    </message>
    <message>
        <source>Cancel a line</source>
        <translation>Avboka en rad</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Begär det</translation>
    </message>
    <message>
        <source>Choose the line: press a digit.</source>
        <translation>Välj raden: tryck en siffra.</translation>
    </message>
    <message>
        <source>Between 1 and {most} can be cancelled.</source>
        <translation>Mellan 1 och {most} kan avbokas.</translation>
    </message>
</context>
<context>
    <name>CancelSheet</name>
    <message>
        <source>Cancel order {number}?</source>
        <translation>Avboka order {number}?</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Begär det</translation>
    </message>
    <message>
        <source>Nothing is sent or handed over any more, and the money goes back.</source>
        <translation>Inget skickas eller lämnas ut längre, och pengarna går tillbaka.</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>in step</source>
        <translation>i takt</translation>
    </message>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n skillnad</numerusform>
            <numerusform>%n skillnader</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CentralControl</name>
    <message>
        <source>Ask central for “{text}”</source>
        <translation>Fråga centralen om ”{text}”</translation>
    </message>
    <message>
        <source>orders of all stores</source>
        <translation>alla butikers ordrar</translation>
    </message>
    <message>
        <source>Asking central for “{text}”</source>
        <translation>Frågar centralen om ”{text}”</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Fråga igen</translation>
    </message>
    <message>
        <source>From central, {time}</source>
        <translation>Från centralen, {time}</translation>
    </message>
    <message>
        <source>Nothing for “{text}”</source>
        <translation>Inget för ”{text}”</translation>
    </message>
    <message>
        <source>Central does not let you look this up. Ask a store manager.</source>
        <translation>Centralen låter dig inte slå upp detta. Fråga en butikschef.</translation>
    </message>
    <message>
        <source>Type at least three characters.</source>
        <translation>Skriv minst tre tecken.</translation>
    </message>
    <message>
        <source>Central cannot be asked: no line. What this desk has can still be searched.</source>
        <translation>Centralen kan inte tillfrågas: ingen linje. Det som finns på arbetsplatsen kan fortfarande sökas.</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Synlig</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Leveranslöfte</translation>
    </message>
    <message>
        <source>Contract price</source>
        <translation>Avtalspris</translation>
    </message>
    <message>
        <source>Ours changed, not sent yet</source>
        <translation>Vårt ändrat, inte skickat</translation>
    </message>
    <message>
        <source>Sent, not taken</source>
        <translation>Skickat, inte taget</translation>
    </message>
    <message>
        <source>Changed in the shop</source>
        <translation>Ändrat i kanalen</translation>
    </message>
    <message>
        <source>Not linked to the shop</source>
        <translation>Inte kopplat till kanalen</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>På väg</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Inte känt än</translation>
    </message>
    <message>
        <source>the shop has no such article or place</source>
        <translation>kanalen saknar artikeln eller platsen</translation>
    </message>
    <message>
        <source>not stocked at that place there</source>
        <translation>lagerförs inte på den platsen där</translation>
    </message>
    <message>
        <source>the figure there had just changed</source>
        <translation>siffran där hade just ändrats</translation>
    </message>
    <message>
        <source>the shop finds too little stock there</source>
        <translation>kanalen ser för lite lager där</translation>
    </message>
    <message>
        <source>more than was ordered</source>
        <translation>mer än beställt</translation>
    </message>
    <message>
        <source>not paid there yet</source>
        <translation>inte betald där än</translation>
    </message>
    <message>
        <source>the order is over there</source>
        <translation>ordern är avslutad där</translation>
    </message>
    <message>
        <source>the shop cannot be told that</source>
        <translation>kanalen kan inte ta emot det</translation>
    </message>
    <message>
        <source>head office keeps ours here</source>
        <translation>huvudkontoret håller fast vid vårt</translation>
    </message>
    <message>
        <source>the shop found the message wrong: tell support</source>
        <translation>kanalen förstod inte meddelandet: säg till supporten</translation>
    </message>
    <message>
        <source>the shop asked to wait</source>
        <translation>kanalen bad oss vänta</translation>
    </message>
    <message>
        <source>the shop did not answer</source>
        <translation>kanalen svarade inte</translation>
    </message>
    <message>
        <source>the shop said no</source>
        <translation>kanalen sa nej</translation>
    </message>
    <message>
        <source>The shop has signed us out.</source>
        <translation>Kanalen har loggat ut oss.</translation>
    </message>
    <message>
        <source>Sign in to it again.</source>
        <translation>Logga in i den igen.</translation>
    </message>
    <message>
        <source>A right is missing there: {what}.</source>
        <translation>En rättighet saknas där: {what}.</translation>
    </message>
    <message>
        <source>Give it in the shop’s settings.</source>
        <translation>Ge den i kanalens inställningar.</translation>
    </message>
    <message>
        <source>The shop is closed there.</source>
        <translation>Kanalen är stängd där.</translation>
    </message>
    <message>
        <source>Open it there; the rest goes on by itself.</source>
        <translation>Öppna den där; resten går av sig självt.</translation>
    </message>
    <message>
        <source>It is another shop now: {what}.</source>
        <translation>Det är en annan kanal nu: {what}.</translation>
    </message>
    <message>
        <source>Check the address and the key.</source>
        <translation>Kontrollera adressen och nyckeln.</translation>
    </message>
    <message>
        <source>The clocks differ too much.</source>
        <translation>Klockorna går för olika.</translation>
    </message>
    <message>
        <source>Set central’s clock.</source>
        <translation>Ställ centralens klocka.</translation>
    </message>
    <message>
        <source>What we sign in with cannot be read.</source>
        <translation>Det vi loggar in med kan inte läsas.</translation>
    </message>
    <message>
        <source>Enter it again.</source>
        <translation>Ange det igen.</translation>
    </message>
    <message>
        <source>The table of who is master is wrong.</source>
        <translation>Tabellen över vem som styr är fel.</translation>
    </message>
    <message>
        <source>Head office corrects it.</source>
        <translation>Huvudkontoret rättar den.</translation>
    </message>
    <message>
        <source>The shop’s version is not known here.</source>
        <translation>Kanalens version är inte känd här.</translation>
    </message>
    <message>
        <source>Update central or the shop.</source>
        <translation>Uppdatera centralen eller kanalen.</translation>
    </message>
    <message>
        <source>The shop does not answer.</source>
        <translation>Kanalen svarar inte.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Det provas igen av sig självt.</translation>
    </message>
    <message>
        <source>It stands still.</source>
        <translation>Den står still.</translation>
    </message>
    <message>
        <source>Head office looks after it.</source>
        <translation>Huvudkontoret ser till den.</translation>
    </message>
    <message>
        <source>webhooks ok</source>
        <translation>webhookar ok</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>hämtning</translation>
    </message>
    <message>
        <source>webhooks off</source>
        <translation>webhookar av</translation>
    </message>
    <message>
        <source>off</source>
        <translation>av</translation>
    </message>
    <message>
        <source>first reading</source>
        <translation>första läsningen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>inget svar</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stoppad</translation>
    </message>
    <message>
        <source>no barcode</source>
        <translation>ingen streckkod</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>inget pris</translation>
    </message>
    <message>
        <source>no title</source>
        <translation>inget namn</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>ingen kategori</translation>
    </message>
    <message>
        <source>no weight</source>
        <translation>ingen vikt</translation>
    </message>
    <message>
        <source>SKU used twice</source>
        <translation>samma SKU två gånger</translation>
    </message>
    <message>
        <source>barcode used twice</source>
        <translation>samma streckkod två gånger</translation>
    </message>
    <message>
        <source>Central sent {value}</source>
        <translation>Centralen skickade {value}</translation>
    </message>
    <message>
        <source>taken by {channel}</source>
        <translation>taget av {channel}</translation>
    </message>
    <message>
        <source>not taken by {channel}</source>
        <translation>inte taget av {channel}</translation>
    </message>
    <message>
        <source>{value} waits to be sent</source>
        <translation>{value} väntar på att skickas</translation>
    </message>
    <message>
        <source>no reply</source>
        <translation>inget svar</translation>
    </message>
    <message>
        <source>Stock here moved</source>
        <translation>Lagret här ändrades</translation>
    </message>
    <message>
        <source>may show {value}</source>
        <translation>får visa {value}</translation>
    </message>
    <message>
        <source>Read from {channel}</source>
        <translation>Läst från {channel}</translation>
    </message>
    <message>
        <source>shows {value}</source>
        <translation>visar {value}</translation>
    </message>
    <message>
        <source>Repair asked for</source>
        <translation>Rättning begärd</translation>
    </message>
    <message>
        <source>Repair not taken</source>
        <translation>Rättningen togs inte</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>inget skickat än</translation>
    </message>
    <message>
        <source>last push {age}</source>
        <translation>skickat {age}</translation>
    </message>
    <message>
        <source>{n} wait, {age}</source>
        <translation>{n} väntar, {age}</translation>
    </message>
    <message>
        <source>{n} updates today</source>
        <translation>{n} i dag</translation>
    </message>
    <message>
        <source>listed</source>
        <translation>synlig</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>inte synlig</translation>
    </message>
    <message>
        <source>another</source>
        <translation>annat</translation>
    </message>
    <message>
        <source>{channel} shows</source>
        <translation>{channel} visar</translation>
    </message>
    <message>
        <source>too many</source>
        <translation>för många</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>för få</translation>
    </message>
    <message>
        <source>may show</source>
        <translation>får visa</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>för högt</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>för lågt</translation>
    </message>
    <message>
        <source>should show</source>
        <translation>ska visa</translation>
    </message>
    <message>
        <source>Central {on_hand} − kept back {kept} = {ours} may be shown.</source>
        <translation>Centralen {on_hand} − hållet {kept} = {ours} får visas.</translation>
    </message>
    <message>
        <source>Central says {ours}.</source>
        <translation>Centralen säger {ours}.</translation>
    </message>
    <message>
        <source>Costs nothing by itself.</source>
        <translation>Kostar inget i sig.</translation>
    </message>
    <message>
        <source>May cost {amount} a day.</source>
        <translation>Kan kosta {amount} om dagen.</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>Ändrat här</translation>
    </message>
    <message>
        <source>now {value}</source>
        <translation>nu {value}</translation>
    </message>
    <message>
        <source>a figure</source>
        <translation>en siffra</translation>
    </message>
    <message>
        <source>Nothing: link the article to the shop first.</source>
        <translation>Inget: koppla artikeln till kanalen först.</translation>
    </message>
    <message>
        <source>Nothing: this is changed in the shop itself.</source>
        <translation>Inget: det här ändras i kanalen själv.</translation>
    </message>
    <message>
        <source>Send {ours}, read it back.</source>
        <translation>Skicka {ours}, läs tillbaka.</translation>
    </message>
    <message>
        <source>{n} items share this cause.</source>
        <translation>{n} artiklar har samma orsak.</translation>
    </message>
    <message>
        <source>central {figure}</source>
        <translation>centralen {figure}</translation>
    </message>
</context>
<context>
    <name>ChannelsControl</name>
    <message>
        <source>No line to central. Shops are repaired when it is back.</source>
        <translation>Ingen linje till centralen. Kanaler rättas när den är tillbaka.</translation>
    </message>
    <message>
        <source>A store manager repairs differences.</source>
        <translation>En butikschef rättar skillnader.</translation>
    </message>
    <message>
        <source>Central is asked to check every shop.</source>
        <translation>Centralen har ombetts kontrollera alla kanaler.</translation>
    </message>
    <message>
        <source>Theirs is taken over: central reads it once more first.</source>
        <translation>Deras tas över: centralen läser det en gång till först.</translation>
    </message>
    <message>
        <source>Ours is sent again for all of this cause.</source>
        <translation>Vårt skickas igen för alla med samma orsak.</translation>
    </message>
    <message>
        <source>Ours is sent again and read back.</source>
        <translation>Vårt skickas igen och läses tillbaka.</translation>
    </message>
</context>
<context>
    <name>ChannelsScreen</name>
    <message>
        <source>Check now</source>
        <translation>Kontrollera nu</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Dirigering</translation>
    </message>
    <message>
        <source>Orders from the counter work without one.</source>
        <translation>Order från disken går utan.</translation>
    </message>
    <message>
        <source>No channel yet.</source>
        <translation>Ingen kanal än.</translation>
    </message>
    <message>
        <source>The channels cannot be read</source>
        <translation>Kanalerna kan inte läsas</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Skillnader</translation>
    </message>
    <message>
        <source>No difference is chosen.</source>
        <translation>Ingen skillnad är vald.</translation>
    </message>
    <message>
        <source>Central checks each shop now.</source>
        <translation>Centralen kontrollerar alla kanaler nu.</translation>
    </message>
    <message>
        <source>central against each shop, not checked yet</source>
        <translation>centralen mot varje kanal, inte kontrollerat än</translation>
    </message>
    <message>
        <source>central against each shop, checked {time}</source>
        <translation>centralen mot varje kanal, kontrollerat {time}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>per {time}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Product data</source>
        <translation>Produktdata</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 dagar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Inget valt</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>Välj en till vänster.</translation>
    </message>
    <message>
        <source>Every shop shows what it should</source>
        <translation>Alla kanaler visar vad de ska</translation>
    </message>
    <message>
        <source>Central goes on comparing by itself.</source>
        <translation>Centralen fortsätter jämföra av sig själv.</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>Lägg till en kanal</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Anslutning</translation>
    </message>
    <message>
        <source>Choose a channel above first.</source>
        <translation>Välj först en kanal ovan.</translation>
    </message>
</context>
<context>
    <name>CheckPane</name>
    <message>
        <source>Check</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>Kopiera raderna</translation>
    </message>
    <message>
        <source>Sign in with F8: what is missing will stand here.</source>
        <translation>Logga in med F8: här står sedan vad som saknas.</translation>
    </message>
    <message numerus="yes">
        <source>%n needed</source>
        <translation>
            <numerusform>%n krävs</numerusform>
            <numerusform>%n krävs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can wait</source>
        <translation>
            <numerusform>%n kan vänta</numerusform>
            <numerusform>%n kan vänta</numerusform>
        </translation>
    </message>
    <message>
        <source>all right</source>
        <translation>allt i ordning</translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation>Så löser du det</translation>
    </message>
    <message numerus="yes">
        <source>Copy the %n lines</source>
        <translation>
            <numerusform>Kopiera %n rad</numerusform>
            <numerusform>Kopiera de %n raderna</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceCard</name>
    <message>
        <source>Suggested</source>
        <translation>Föreslås</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Do it</source>
        <translation>Gör så</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>A few words, not printed</source>
        <translation>Några ord, skrivs inte ut</translation>
    </message>
    <message>
        <source>Choose what should happen.</source>
        <translation>Välj vad som ska hända.</translation>
    </message>
</context>
<context>
    <name>CloseSheet</name>
    <message numerus="yes">
        <source>%n parcels not seen become tasks. Press F9 again to close.</source>
        <translation>
            <numerusform>%n kolli som inte synts blir en uppgift. Tryck F9 igen för att stänga.</numerusform>
            <numerusform>%n kollin som inte synts blir uppgifter. Tryck F9 igen för att stänga.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Stäng dagen</translation>
    </message>
    <message>
        <source>Not everything is sent</source>
        <translation>Allt är inte skickat</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Allt är skickat.</translation>
    </message>
    <message numerus="yes">
        <source>%n pickups in work are given back at closing.</source>
        <translation>
            <numerusform>%n påbörjad upphämtning lämnas tillbaka vid stängning.</numerusform>
            <numerusform>%n påbörjade upphämtningar lämnas tillbaka vid stängning.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parcels on the shelf</source>
        <translation>Kollin på hyllan</translation>
    </message>
    <message>
        <source>parcel {number} of {of}</source>
        <translation>kolli {number} av {of}</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>sett</translation>
    </message>
    <message>
        <source>Scan the shelf: {seen} of {all} parcels seen</source>
        <translation>Skanna hyllan: {seen} av {all} kollin sedda</translation>
    </message>
    <message>
        <source>No parcel should stand on the shelf.</source>
        <translation>Inget kolli ska stå på hyllan.</translation>
    </message>
    <message>
        <source>Should not stand here: {parcels}</source>
        <translation>Ska inte stå här: {parcels}</translation>
    </message>
</context>
<context>
    <name>CodeEntry</name>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
</context>
<context>
    <name>CollectorSheet</name>
    <message>
        <source>Who collects {number}?</source>
        <translation>Vem hämtar {number}?</translation>
    </message>
    <message>
        <source>Besides the buyer; {store} asks for the name</source>
        <translation>Utöver köparen; {store} frågar efter namnet</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Begär det</translation>
    </message>
    <message>
        <source>Name of the collector</source>
        <translation>Hämtarens namn</translation>
    </message>
    <message>
        <source>Write the name.</source>
        <translation>Skriv namnet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Now: {name}</source>
        <translation>Nu: {name}</translation>
    </message>
    <message>
        <source>Now only the customer may collect.</source>
        <translation>Nu får bara kunden hämta.</translation>
    </message>
    <message>
        <source>Name of who collects</source>
        <translation>Namn på den som hämtar</translation>
    </message>
    <message>
        <source>This looks like a personal number. StoreDesk keeps none: take it out.</source>
        <translation>Det ser ut som ett personnummer. StoreDesk sparar inga: ta bort det.</translation>
    </message>
</context>
<context>
    <name>CompanyForm</name>
    <message>
        <source>Add company</source>
        <translation>Lägg till företag</translation>
    </message>
    <message>
        <source>Works offline too. It has no credit until head office gives it one.</source>
        <translation>Går även utan linje. Det har ingen kredit förrän huvudkontoret ger en.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Organisation number</source>
        <translation>Organisationsnummer</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>Momsnummer</translation>
    </message>
    <message>
        <source>begins with its country, if there is one</source>
        <translation>börjar med landet, om det finns</translation>
    </message>
    <message>
        <source>Write the name first.</source>
        <translation>Skriv namnet först.</translation>
    </message>
    <message>
        <source>{company} has this number already. Press again to add it all the same.</source>
        <translation>{company} har redan det numret. Tryck igen för att lägga till ändå.</translation>
    </message>
</context>
<context>
    <name>CompanyList</name>
    <message>
        <source>Add company</source>
        <translation>Lägg till företag</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kund</translation>
    </message>
    <message>
        <source>Org. no.</source>
        <translation>Org.nr</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Found by, part of</source>
        <translation>Funnet via, del av</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>for “{text}”</source>
        <translation>för ”{text}”</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>efter namn</translation>
    </message>
    <message>
        <source>No company with “{text}”</source>
        <translation>Inget företag med ”{text}”</translation>
    </message>
    <message>
        <source>Looked for in names, numbers and people of every company. Ins adds it.</source>
        <translation>Sökte i alla företags namn, nummer och personer. Ins lägger till det.</translation>
    </message>
    <message>
        <source>No companies on this desk</source>
        <translation>Inga företag på den här arbetsplatsen</translation>
    </message>
    <message>
        <source>They come with the next update. Ins adds one.</source>
        <translation>De kommer med nästa uppdatering. Ins lägger till ett.</translation>
    </message>
</context>
<context>
    <name>ComparedTable</name>
    <message>
        <source>Change</source>
        <translation>Ändring</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>Shop address</source>
        <translation>Butikens adress</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Klient-id</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Klienthemlighet</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Åtkomsttoken</translation>
    </message>
    <message>
        <source>Access token secret</source>
        <translation>Åtkomsttokens hemlighet</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Förnyelsetoken</translation>
    </message>
    <message>
        <source>Previous secret</source>
        <translation>Tidigare hemlighet</translation>
    </message>
    <message>
        <source>Address for signals</source>
        <translation>Adress för signaler</translation>
    </message>
    <message>
        <source>Secret of signals</source>
        <translation>Signalernas hemlighet</translation>
    </message>
    <message>
        <source>Consumer key</source>
        <translation>Konsumentnyckel</translation>
    </message>
    <message>
        <source>Consumer secret</source>
        <translation>Konsumenthemlighet</translation>
    </message>
    <message>
        <source>Token alone (yes or no)</source>
        <translation>Bara token (yes eller no)</translation>
    </message>
    <message>
        <source>Store view</source>
        <translation>Butiksvy</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Webbplats</translation>
    </message>
    <message>
        <source>Prices with tax (yes or no)</source>
        <translation>Priser med moms (yes eller no)</translation>
    </message>
    <message>
        <source>Attribute of barcodes</source>
        <translation>Attribut för streckkod</translation>
    </message>
    <message>
        <source>Attribute of colours</source>
        <translation>Attribut för färg</translation>
    </message>
    <message>
        <source>Attribute of sizes</source>
        <translation>Attribut för storlek</translation>
    </message>
    <message>
        <source>Attribute of brands</source>
        <translation>Attribut för märke</translation>
    </message>
    <message>
        <source>Shipping methods of pickup</source>
        <translation>Fraktsätt för upphämtning</translation>
    </message>
    <message>
        <source>Field of the pickup place</source>
        <translation>Fält för hämtställe</translation>
    </message>
    <message>
        <source>Countries with regions</source>
        <translation>Länder med regioner</translation>
    </message>
    <message>
        <source>No ready mail (yes or no)</source>
        <translation>Inget klart-mejl (yes eller no)</translation>
    </message>
    <message>
        <source>Rows of a page</source>
        <translation>Rader per sida</translation>
    </message>
    <message>
        <source>Rows of a write</source>
        <translation>Rader per skrivning</translation>
    </message>
    <message>
        <source>Shipping method</source>
        <translation>Fraktsätt</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Betalsätt</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Inloggad</translation>
    </message>
    <message>
        <source>Products and prices</source>
        <translation>Artiklar och priser</translation>
    </message>
    <message>
        <source>Stock, read and write</source>
        <translation>Lager, läsa och skriva</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Older orders, customers</source>
        <translation>Äldre order, kunder</translation>
    </message>
    <message>
        <source>Hand-outs in stores</source>
        <translation>Utlämning i butik</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Offerter</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klocka</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>can wait</source>
        <translation>kan vänta</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>krävs</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artiklar</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Priser</translation>
    </message>
    <message>
        <source>Stock levels</source>
        <translation>Lagersaldon</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunder</translation>
    </message>
    <message>
        <source>by address</source>
        <translation>efter adress</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>efter namn</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>vald</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>utelämnad</translation>
    </message>
    <message>
        <source>closed there</source>
        <translation>stängd där</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>välj</translation>
    </message>
    <message>
        <source>No line to central. What is typed stays here; save it when the desk is online.</source>
        <translation>Ingen linje till centralen. Det du skrivit stannar här; spara när disken är online.</translation>
    </message>
    <message>
        <source>Central has not answered in time. Press F8 to see how it is.</source>
        <translation>Centralen svarade inte i tid. Tryck F8 för att se hur det är.</translation>
    </message>
    <message>
        <source>Central does not let you connect channels. Ask head office.</source>
        <translation>Centralen låter dig inte ansluta kanaler. Fråga huvudkontoret.</translation>
    </message>
    <message>
        <source>The shop was too slow to answer. Check again in a minute.</source>
        <translation>Butiken svarade för långsamt. Kontrollera igen om en minut.</translation>
    </message>
    <message>
        <source>The shop cannot be reached. Look at the address, then check again.</source>
        <translation>Butiken kan inte nås. Se över adressen och kontrollera igen.</translation>
    </message>
    <message>
        <source>The shop does not let us in. Type its keys again, then check again.</source>
        <translation>Butiken släpper inte in oss. Skriv dess nycklar igen och kontrollera på nytt.</translation>
    </message>
    <message>
        <source>A right is missing in the shop: {detail}.</source>
        <translation>En behörighet saknas i butiken: {detail}.</translation>
    </message>
    <message>
        <source>The shop is closed or locked. Open it there, then check again.</source>
        <translation>Butiken är stängd eller låst. Öppna den där och kontrollera igen.</translation>
    </message>
    <message>
        <source>Signed in, but it is another shop: {detail}. Look at the address.</source>
        <translation>Inloggad, men det är en annan butik: {detail}. Se över adressen.</translation>
    </message>
    <message>
        <source>The clocks of central and the shop differ too much.</source>
        <translation>Centralens och butikens klockor skiljer för mycket.</translation>
    </message>
    <message>
        <source>This shop cannot do that: {detail}.</source>
        <translation>Den här butiken kan inte det: {detail}.</translation>
    </message>
    <message>
        <source>It cannot be signed in with what is entered. {detail}</source>
        <translation>Det går inte att logga in med det som är ifyllt. {detail}</translation>
    </message>
    <message>
        <source>The secrets cannot be read any more. Type them again.</source>
        <translation>Hemligheterna går inte längre att läsa. Skriv dem igen.</translation>
    </message>
    <message>
        <source>Central does not know this platform.</source>
        <translation>Centralen känner inte till den här plattformen.</translation>
    </message>
    <message>
        <source>A short code is letters, digits, - and _, at most 40.</source>
        <translation>En kort kod är bokstäver, siffror, - och _, högst 40.</translation>
    </message>
    <message>
        <source>This code is on another platform: {detail}. Take another code.</source>
        <translation>Koden finns på en annan plattform: {detail}. Ta en annan kod.</translation>
    </message>
    <message>
        <source>Switch the channel off first, with F9.</source>
        <translation>Stäng först av kanalen med F9.</translation>
    </message>
    <message>
        <source>The channel is on: it is read by itself.</source>
        <translation>Kanalen är på: den läses av sig själv.</translation>
    </message>
    <message>
        <source>That place is not here any more. Check again.</source>
        <translation>Den platsen finns inte längre här. Kontrollera igen.</translation>
    </message>
    <message>
        <source>This channel is not there any more.</source>
        <translation>Kanalen finns inte längre.</translation>
    </message>
    <message>
        <source>It was not done ({detail}). Check again.</source>
        <translation>Det gjordes inte ({detail}). Kontrollera igen.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Logga in</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>First load</source>
        <translation>Första inläsning</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Slå på</translation>
    </message>
    <message>
        <source>running ahead</source>
        <translation>läser i förväg</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>läser</translation>
    </message>
    <message>
        <source>all read</source>
        <translation>allt läst</translation>
    </message>
    <message>
        <source>on</source>
        <translation>på</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>allt i ordning</translation>
    </message>
</context>
<context>
    <name>ConnectControl</name>
    <message>
        <source>Add a channel</source>
        <translation>Lägg till en kanal</translation>
    </message>
    <message>
        <source>No line to central.</source>
        <translation>Ingen linje till centralen.</translation>
    </message>
    <message>
        <source>Asking central</source>
        <translation>Frågar centralen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Kontrollerar</translation>
    </message>
    <message>
        <source>Switching on</source>
        <translation>Slår på</translation>
    </message>
    <message>
        <source>Switching off</source>
        <translation>Stänger av</translation>
    </message>
    <message>
        <source>{channel} is on: it is read now, then told.</source>
        <translation>{channel} är på: den läses nu och får sedan besked.</translation>
    </message>
    <message>
        <source>{channel} is off.</source>
        <translation>{channel} är av.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Sparar</translation>
    </message>
    <message>
        <source>Kept on this desk without its secrets: central did not take it.</source>
        <translation>Kvar på disken utan hemligheter: centralen tog inte emot det.</translation>
    </message>
    <message>
        <source>{time}, {seconds} s</source>
        <translation>{time}, {seconds} s</translation>
    </message>
    <message>
        <source>Central is being asked, a moment.</source>
        <translation>Centralen tillfrågas, ett ögonblick.</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Tar bort</translation>
    </message>
    <message>
        <source>The line of {channel} is forgotten.</source>
        <translation>Anslutningen till {channel} är glömd.</translation>
    </message>
    <message>
        <source>The shop is slow, still trying</source>
        <translation>Butiken är långsam, försöker fortfarande</translation>
    </message>
    <message numerus="yes">
        <source>%n lines copied.</source>
        <translation>
            <numerusform>%n rad kopierad.</numerusform>
            <numerusform>%n rader kopierade.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectScreen</name>
    <message>
        <source>Add a channel</source>
        <translation>Lägg till en kanal</translation>
    </message>
    <message>
        <source>Nothing is sent to the shop before “Switch on”</source>
        <translation>Inget skickas till butiken före ”Slå på”</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Spara och stäng</translation>
    </message>
    <message>
        <source>Remove this channel</source>
        <translation>Ta bort kanalen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Slå på</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>First load</source>
        <translation>Första inläsning</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kontrollera igen</translation>
    </message>
    <message>
        <source>Choose a platform, then give it a short code.</source>
        <translation>Välj plattform och ge kanalen en kort kod.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Stäng av</translation>
    </message>
    <message>
        <source>Switch on: {why}</source>
        <translation>Slå på: {why}</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Where is my order</source>
        <translation>Var är min order</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retur</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Något är fel</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Annat</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Besvarat</translation>
    </message>
    <message>
        <source>Store asked</source>
        <translation>Butiken tillfrågad</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Order ändrad</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Ring upp</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Ej nådd</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Order {number}</translation>
    </message>
    <message>
        <source>About no order</source>
        <translation>Inte om någon order</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts today</source>
        <translation>
            <numerusform>%n kontakt i dag</numerusform>
            <numerusform>%n kontakter i dag</numerusform>
        </translation>
    </message>
    <message>
        <source>What did the customer ask?</source>
        <translation>Vad frågade kunden?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Note, without names and numbers</source>
        <translation>Anteckning, utan namn och nummer</translation>
    </message>
    <message>
        <source>Why? press 1–6</source>
        <translation>Varför? tryck 1–6</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>Vad blev det av det?</translation>
    </message>
    <message>
        <source>Choose why: press 1–6.</source>
        <translation>Välj varför: tryck 1–6.</translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>%n i dag</numerusform>
            <numerusform>%n i dag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>First copy</source>
        <translation>Första kopian</translation>
    </message>
    <message>
        <source>coming in</source>
        <translation>kommer in</translation>
    </message>
    <message>
        <source>After this only what changes comes in.</source>
        <translation>Sedan kommer bara det som ändras.</translation>
    </message>
    <message>
        <source>Everything is here.</source>
        <translation>Allt finns här.</translation>
    </message>
    <message>
        <source>all here</source>
        <translation>allt här</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} av {all}</translation>
    </message>
    <message>
        <source>here</source>
        <translation>här</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>later</source>
        <translation>senare</translation>
    </message>
</context>
<context>
    <name>CorrectSheet</name>
    <message>
        <source>Take back</source>
        <translation>Ångra utlämning</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Correct the handover of {number}</source>
        <translation>Rätta utlämningen av {number}</translation>
    </message>
    <message>
        <source>Wrong customer</source>
        <translation>Fel kund</translation>
    </message>
    <message>
        <source>somebody else has the goods</source>
        <translation>någon annan har varorna</translation>
    </message>
    <message>
        <source>Wrong parcel</source>
        <translation>Fel paket</translation>
    </message>
    <message>
        <source>another order’s goods left</source>
        <translation>en annan orders varor gick ut</translation>
    </message>
    <message>
        <source>Pressed too early</source>
        <translation>Tryckte för tidigt</translation>
    </message>
    <message>
        <source>the goods are still here</source>
        <translation>varorna är kvar här</translation>
    </message>
    <message>
        <source>Customer came back</source>
        <translation>Kunden kom tillbaka</translation>
    </message>
    <message>
        <source>the goods are here again</source>
        <translation>varorna är här igen</translation>
    </message>
    <message>
        <source>Scan or type the bin</source>
        <translation>Skanna eller skriv facket</translation>
    </message>
    <message>
        <source>Bin the goods stand in</source>
        <translation>Fack där varorna står</translation>
    </message>
    <message>
        <source>Leave it empty if the goods are not here: they are marked missing.</source>
        <translation>Lämna tomt om varorna inte är här: de markeras som saknade.</translation>
    </message>
    <message>
        <source>There is no bin {code} on this shelf.</source>
        <translation>Det finns inget fack {code} på den här hyllan.</translation>
    </message>
    <message>
        <source>This was more than 15 minutes ago: next, a supervisor types the PIN.</source>
        <translation>Det var mer än 15 minuter sedan: härnäst slår en arbetsledare sin PIN.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n companies</source>
        <translation>
            <numerusform>%n företag</numerusform>
            <numerusform>%n företag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n rad</numerusform>
            <numerusform>%n rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n dag kvar</numerusform>
            <numerusform>%n dagar kvar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have no price.</source>
        <translation>
            <numerusform>%n rad saknar pris.</numerusform>
            <numerusform>%n rader saknar pris.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n vara</numerusform>
            <numerusform>%n varor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CreditPanel</name>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>gräns {limit}</translation>
    </message>
    <message>
        <source>No credit</source>
        <translation>Ingen kredit</translation>
    </message>
    <message>
        <source>Unpaid invoices</source>
        <translation>Obetalda fakturor</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Öppna order</translation>
    </message>
    <message>
        <source>Open quotes</source>
        <translation>Öppna offerter</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Kvar</translation>
    </message>
    <message>
        <source>never heard</source>
        <translation>aldrig hört</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>per {time}</translation>
    </message>
    <message>
        <source>No credit: orders of this account are not made on account.</source>
        <translation>Ingen kredit: order från det här kontot läggs inte på konto.</translation>
    </message>
    <message>
        <source>{amount} left if all open quotes are ordered.</source>
        <translation>{amount} kvar om alla öppna offerter beställs.</translation>
    </message>
    <message>
        <source>The credit is that of {company}.</source>
        <translation>Krediten är den för {company}.</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Credit stop</source>
        <translation>Kreditspärr</translation>
    </message>
    <message>
        <source>PO {number}</source>
        <translation>PO {number}</translation>
    </message>
    <message>
        <source>company</source>
        <translation>företag</translation>
    </message>
    <message>
        <source>site</source>
        <translation>arbetsställe</translation>
    </message>
    <message>
        <source>cost centre</source>
        <translation>kostnadsställe</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Inköpare</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Godkännare</translation>
    </message>
    <message>
        <source>May collect</source>
        <translation>Får hämta</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Fakturor</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Utkast</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Utfärdad</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Återtagen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Avböjd</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>Förfallen</translation>
    </message>
    <message>
        <source>Order asked for</source>
        <translation>Order begärd</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Beställd</translation>
    </message>
    <message>
        <source>Ran out</source>
        <translation>Gick ut</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Kräver godkännande</translation>
    </message>
    <message>
        <source>Waits for a yes</source>
        <translation>Väntar på ja</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Som vanligt</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>Undantaget</translation>
    </message>
    <message>
        <source>Supply within the EU</source>
        <translation>EU-försäljning</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Reverse charge</source>
        <translation>Omvänd betalningsskyldighet</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Inget nummer</translation>
    </message>
    <message>
        <source>Form is right, not confirmed</source>
        <translation>Formen stämmer, ej bekräftat</translation>
    </message>
    <message>
        <source>Does not fit: check it</source>
        <translation>Stämmer inte: kontrollera</translation>
    </message>
    <message>
        <source>Number checked {day}</source>
        <translation>Nummer kontrollerat {day}</translation>
    </message>
    <message>
        <source>{spent} of {budget}</source>
        <translation>{spent} av {budget}</translation>
    </message>
    <message>
        <source>{role}, any sum</source>
        <translation>{role}, valfri summa</translation>
    </message>
    <message>
        <source>{role}, to {limit}</source>
        <translation>{role}, till {limit}</translation>
    </message>
    <message>
        <source>Person: {name}</source>
        <translation>Person: {name}</translation>
    </message>
</context>
<context>
    <name>CustomersControl</name>
    <message>
        <source>A quote for {company} is begun.</source>
        <translation>En offert till {company} är påbörjad.</translation>
    </message>
    <message>
        <source>The company is added.</source>
        <translation>Företaget är tillagt.</translation>
    </message>
    <message>
        <source>The person is added.</source>
        <translation>Personen är tillagd.</translation>
    </message>
    <message>
        <source>The answer is noted.</source>
        <translation>Beskedet är noterat.</translation>
    </message>
</context>
<context>
    <name>CustomersScreen</name>
    <message>
        <source>This company is not on this desk</source>
        <translation>Företaget finns inte på den här arbetsplatsen</translation>
    </message>
    <message>
        <source>It comes with the next update. Esc goes back to the list.</source>
        <translation>Det kommer med nästa uppdatering. Esc går tillbaka till listan.</translation>
    </message>
    <message>
        <source>Find the company first, then F9 begins its quote.</source>
        <translation>Sök företaget först, sedan påbörjar F9 offerten.</translation>
    </message>
    <message>
        <source>No quote here waits for a yes of the company.</source>
        <translation>Ingen offert här väntar på ett ja från företaget.</translation>
    </message>
    <message>
        <source>This company shared nothing that it looked at.</source>
        <translation>Företaget har inte delat något som det har tittat på.</translation>
    </message>
</context>
<context>
    <name>DayControl</name>
    <message>
        <source>Open the day</source>
        <translation>Öppna dagen</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>Skiftbyte</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Stäng dagen</translation>
    </message>
    <message>
        <source>The day is open already, by {who}.</source>
        <translation>Dagen är redan öppnad, av {who}.</translation>
    </message>
    <message>
        <source>The day is closed already. Open it again first.</source>
        <translation>Dagen är redan stängd. Öppna den igen först.</translation>
    </message>
    <message>
        <source>The day is open.</source>
        <translation>Dagen är öppnad.</translation>
    </message>
    <message>
        <source>The shift has changed.</source>
        <translation>Skiftet är bytt.</translation>
    </message>
    <message>
        <source>The day is closed. Leave this desk on until everything is sent.</source>
        <translation>Dagen är stängd. Låt arbetsplatsen vara på tills allt är skickat.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait on this desk.</source>
        <translation>
            <numerusform>%n ändring väntar på den här arbetsplatsen.</numerusform>
            <numerusform>%n ändringar väntar på den här arbetsplatsen.</numerusform>
        </translation>
    </message>
    <message>
        <source>They go out by themselves: leave it on.</source>
        <translation>De går iväg av sig själva: låt den vara på.</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Utskriven</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>asking …</source>
        <translation>frågar …</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>Ingen skrivare</translation>
    </message>
    <message>
        <source>slips on screen</source>
        <translation>kvitton på skärmen</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Skanner</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Fungerar</translation>
    </message>
    <message>
        <source>scan anything</source>
        <translation>skanna något</translation>
    </message>
    <message>
        <source>Last contact with central</source>
        <translation>Senaste kontakt med centralen</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ingen än</translation>
    </message>
    <message>
        <source>{order} should not stand here.</source>
        <translation>{order} ska inte stå här.</translation>
    </message>
    <message>
        <source>Nothing should stand in {bin}.</source>
        <translation>Inget ska stå i {bin}.</translation>
    </message>
    <message>
        <source>unknown parcel</source>
        <translation>okänt kolli</translation>
    </message>
    <message>
        <source>Scan the labels of parcels, or a bin.</source>
        <translation>Skanna kollietiketter eller ett hyllfack.</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>A few words for your colleagues</source>
        <translation>Några ord till kollegorna</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>DecideSheet</name>
    <message>
        <source>What does the customer want?</source>
        <translation>Vad vill kunden?</translation>
    </message>
    <message>
        <source>{store} cannot do its part of {number}</source>
        <translation>{store} kan inte leverera sin del av {number}</translation>
    </message>
    <message>
        <source>Pass it on</source>
        <translation>Skicka vidare</translation>
    </message>
    <message>
        <source>if enough is free there</source>
        <translation>om nog är ledigt där</translation>
    </message>
    <message>
        <source>Send it home</source>
        <translation>Skicka hem</translation>
    </message>
    <message>
        <source>from the warehouse</source>
        <translation>från lagret</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Avboka</translation>
    </message>
    <message>
        <source>the money goes back</source>
        <translation>pengarna går tillbaka</translation>
    </message>
    <message>
        <source>Central decides with the stock of that moment; you see its answer at the order.</source>
        <translation>Centralen avgör med det lager som finns då; svaret står vid ordern.</translation>
    </message>
    <message>
        <source>Choose what the customer wants.</source>
        <translation>Välj vad kunden vill.</translation>
    </message>
</context>
<context>
    <name>DesksControl</name>
    <message>
        <source>a store manager does this</source>
        <translation>en butikschef gör detta</translation>
    </message>
    <message>
        <source>Desks of this place</source>
        <translation>Arbetsplatser på den här platsen</translation>
    </message>
    <message>
        <source>{desk} is replaced. Set the new one up with a new code.</source>
        <translation>{desk} är ersatt. Installera den nya med en ny kod.</translation>
    </message>
</context>
<context>
    <name>DesksSheet</name>
    <message>
        <source>Desks of this place</source>
        <translation>Arbetsplatser på den här platsen</translation>
    </message>
    <message>
        <source>{desk} stops at once and must be set up anew. Press F9 again.</source>
        <translation>{desk} slutar genast fungera och måste installeras på nytt. Tryck F9 igen.</translation>
    </message>
    <message>
        <source>A desk that is lost or broken is replaced: central answers it no more.</source>
        <translation>En arbetsplats som är borta eller trasig ersätts: centralen svarar den inte mer.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersätt</translation>
    </message>
    <message>
        <source>What it has not sent stays on it, sealed. The new desk gets a code of its own.</source>
        <translation>Det den inte har skickat ligger kvar på den, förseglat. Den nya får en egen kod.</translation>
    </message>
    <message>
        <source>There is no desk here.</source>
        <translation>Det finns ingen arbetsplats här.</translation>
    </message>
    <message>
        <source>This desk is replaced already.</source>
        <translation>Den här arbetsplatsen är redan ersatt.</translation>
    </message>
    <message>
        <source>This is the desk you work at.</source>
        <translation>Det här är arbetsplatsen du arbetar vid.</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>sedan {day}</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Ersatt</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Den här</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>I bruk</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>Not yet confirmed</source>
        <translation>Inte bekräftad än</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Fler</translation>
    </message>
    <message>
        <source>Pick list</source>
        <translation>Plocklista</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketter</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Följesedel</translation>
    </message>
    <message>
        <source>On hold: credit stop</source>
        <translation>Vilar: kreditspärr</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Take over</source>
        <translation>Ta över</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Släpp</translation>
    </message>
    <message>
        <source>Start picking</source>
        <translation>Börja plocka</translation>
    </message>
    <message>
        <source>Mark ready</source>
        <translation>Markera klar</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Lämna ut</translation>
    </message>
    <message>
        <source>No pickup chosen</source>
        <translation>Ingen hämtning vald</translation>
    </message>
    <message>
        <source>Choose one at the left, or scan it.</source>
        <translation>Välj en till vänster eller skanna den.</translation>
    </message>
    <message>
        <source>{name} is picking this on {desk} since {time}.</source>
        <translation>{name} plockar den här på {desk} sedan {time}.</translation>
    </message>
    <message>
        <source>{name} has this.</source>
        <translation>{name} har den här.</translation>
    </message>
    <message>
        <source>What you had begun is kept.</source>
        <translation>Det du har börjat på finns kvar.</translation>
    </message>
    <message>
        <source>Goods are here</source>
        <translation>Varorna är här</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Copy for support</source>
        <translation>Kopiera för supporten</translation>
    </message>
    <message>
        <source>Copies what support needs: nothing of a person is in it.</source>
        <translation>Kopierar det supporten behöver: inget om någon person finns med.</translation>
    </message>
</context>
<context>
    <name>DifferenceHead</name>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>Centralen</translation>
    </message>
    <message>
        <source>Likely cause</source>
        <translation>Trolig orsak</translation>
    </message>
</context>
<context>
    <name>DifferencePane</name>
    <message>
        <source>Take theirs</source>
        <translation>Ta deras</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Alla {n}</translation>
    </message>
    <message>
        <source>Push again</source>
        <translation>Skicka igen</translation>
    </message>
    <message>
        <source>Differs too: {channels}. Left and right go there.</source>
        <translation>Skiljer också: {channels}. Vänster och höger går dit.</translation>
    </message>
    <message>
        <source>A repair is asked for already.</source>
        <translation>En rättning är redan begärd.</translation>
    </message>
    <message>
        <source>This cannot be sent from here.</source>
        <translation>Det här kan inte skickas härifrån.</translation>
    </message>
    <message>
        <source>No other has the same cause.</source>
        <translation>Ingen annan har samma orsak.</translation>
    </message>
    <message>
        <source>Theirs cannot be taken for this.</source>
        <translation>Deras kan inte tas för detta.</translation>
    </message>
    <message>
        <source>How it came to this</source>
        <translation>Så blev det så</translation>
    </message>
    <message>
        <source>What F9 will do</source>
        <translation>Vad F9 gör</translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>All shops</source>
        <translation>Alla kanaler</translation>
    </message>
    <message>
        <source>Risk first</source>
        <translation>Risk först</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Nyast</translation>
    </message>
    <message>
        <source>Differences by item</source>
        <translation>Skillnader per artikel</translation>
    </message>
    <message>
        <source>Product data</source>
        <translation>Produktdata</translation>
    </message>
    <message>
        <source>{n} more are counted centrally</source>
        <translation>{n} till räknas centralt</translation>
    </message>
    <message>
        <source>Product data is complete</source>
        <translation>Produktdata är fullständiga</translation>
    </message>
    <message>
        <source>No article lacks anything, none is there twice.</source>
        <translation>Ingen artikel saknar något, ingen finns två gånger.</translation>
    </message>
    <message>
        <source>Every shop shows what it should</source>
        <translation>Alla kanaler visar vad de ska</translation>
    </message>
    <message>
        <source>Central goes on comparing by itself.</source>
        <translation>Centralen fortsätter jämföra av sig själv.</translation>
    </message>
</context>
<context>
    <name>EmptyQuote</name>
    <message>
        <source>Nothing was written on the new quote, so it is withdrawn.</source>
        <translation>Inget skrevs på den nya offerten, så den är återtagen.</translation>
    </message>
</context>
<context>
    <name>EndHoldSheet</name>
    <message>
        <source>End the hold</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>till {time}</translation>
    </message>
    <message>
        <source>The customer has it</source>
        <translation>Kunden har fått den</translation>
    </message>
    <message>
        <source>Paid at the till; the till takes it out of stock.</source>
        <translation>Betald i kassan, som tar den ur lager.</translation>
    </message>
    <message>
        <source>Release it</source>
        <translation>Släpp den</translation>
    </message>
    <message>
        <source>The units are free for others again.</source>
        <translation>Varan är ledig för andra igen.</translation>
    </message>
</context>
<context>
    <name>EntryHead</name>
    <message>
        <source>What was done</source>
        <translation>Vad som gjordes</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gjort</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Försök</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Orsak</translation>
    </message>
</context>
<context>
    <name>ExchangeSheet</name>
    <message>
        <source>It is damaged</source>
        <translation>Den är skadad</translation>
    </message>
    <message>
        <source>it is not sold again</source>
        <translation>den säljs inte igen</translation>
    </message>
    <message>
        <source>Nothing of the same style and price is here</source>
        <translation>Inget av samma modell och pris finns här</translation>
    </message>
    <message>
        <source>Another price goes to the till: take it back there, sell the other one.</source>
        <translation>Ett annat pris går via kassan: ta tillbaka den där, sälj den andra.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Byt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Exchange in {number}</source>
        <translation>Byt i {number}</translation>
    </message>
    <message>
        <source>One piece back, one of the same price out</source>
        <translation>En tillbaka, en till samma pris ut</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>Går tillbaka</translation>
    </message>
    <message>
        <source>Goes out instead</source>
        <translation>Går ut i stället</translation>
    </message>
    <message>
        <source>{number} here</source>
        <translation>{number} här</translation>
    </message>
    <message>
        <source>Choose what goes back.</source>
        <translation>Välj vad som går tillbaka.</translation>
    </message>
    <message>
        <source>Nothing can go out instead.</source>
        <translation>Inget kan gå ut i stället.</translation>
    </message>
</context>
<context>
    <name>ExtendSheet</name>
    <message>
        <source>Keep {number} longer</source>
        <translation>Spara {number} längre</translation>
    </message>
    <message>
        <source>Waits at {store} until {day} now</source>
        <translation>Väntar i {store} till {day} nu</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Spara</translation>
    </message>
    <message numerus="yes">
        <source>%n more days</source>
        <translation>
            <numerusform>%n dag till</numerusform>
            <numerusform>%n dagar till</numerusform>
        </translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>till {day}</translation>
    </message>
</context>
<context>
    <name>FindControl</name>
    <message>
        <source>A genuine code, not on this desk yet. It comes with the next update; try again then.</source>
        <translation>En äkta kod som inte finns här än. Den kommer med nästa uppdatering; försök då igen.</translation>
    </message>
    <message>
        <source>Nobody here knows the code {code}. Nothing was changed. Type the article&apos;s number instead.</source>
        <translation>Ingen här känner till koden {code}. Inget ändrades. Skriv varans nummer i stället.</translation>
    </message>
    <message>
        <source>Nothing stands in {bin}.</source>
        <translation>Inget står i {bin}.</translation>
    </message>
    <message>
        <source>open until {time}</source>
        <translation>öppet till {time}</translation>
    </message>
    <message>
        <source>opens {day} {time}</source>
        <translation>öppnar {day} {time}</translation>
    </message>
    <message>
        <source>This is for {store}, {until}. It waits there until {day}.</source>
        <translation>Den här är till {store}, {until}. Den väntar där till {day}.</translation>
    </message>
    <message>
        <source>Nothing on this desk for “{text}”. Try a part of the number or name.</source>
        <translation>Inget här för ”{text}”. Prova en del av numret eller namnet.</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Scan or search</source>
        <translation>Skanna eller sök</translation>
    </message>
    <message>
        <source>Ready to scan</source>
        <translation>Redo att skanna</translation>
    </message>
    <message>
        <source>Scan or search: order, phone, name, SKU, EAN, bin</source>
        <translation>Skanna eller sök: order, telefon, namn, artikel, EAN, fack</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>FindPopup</name>
    <message>
        <source>Found</source>
        <translation>Hittat</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Shopify: Dev Dashboard, the app, Versions, Access, Scopes; then release and install it again</source>
        <translation>Shopify: Dev Dashboard, appen, Versions, Access, Scopes; släpp sedan versionen och installera igen</translation>
    </message>
    <message>
        <source>Shopify: Settings, Shipping and delivery, Pickup in store</source>
        <translation>Shopify: Inställningar, Frakt och leverans, Upphämtning i butik</translation>
    </message>
    <message>
        <source>Shopify: Settings, Plan</source>
        <translation>Shopify: Inställningar, Abonnemang</translation>
    </message>
    <message>
        <source>The clock of the machine that central runs on</source>
        <translation>Klockan på maskinen där centralen körs</translation>
    </message>
    <message>
        <source>System, Integrations, the integration, API</source>
        <translation>System, Integrations, integrationen, API</translation>
    </message>
    <message>
        <source>Stores, Sources</source>
        <translation>Stores, Sources</translation>
    </message>
    <message>
        <source>Articles and prices cannot be read.</source>
        <translation>Artiklar och priser går inte att läsa.</translation>
    </message>
    <message>
        <source>Prices, titles and listings are not sent to the shop.</source>
        <translation>Priser, titlar och listning skickas inte till butiken.</translation>
    </message>
    <message>
        <source>Stock in the shop cannot be read.</source>
        <translation>Lagret i butiken går inte att läsa.</translation>
    </message>
    <message>
        <source>Stock is not sent to the shop.</source>
        <translation>Lagret skickas inte till butiken.</translation>
    </message>
    <message>
        <source>The shop&apos;s places cannot be read.</source>
        <translation>Butikens platser går inte att läsa.</translation>
    </message>
    <message>
        <source>Orders are not taken in.</source>
        <translation>Order tas inte emot.</translation>
    </message>
    <message>
        <source>Orders cannot be cancelled, captured or refunded.</source>
        <translation>Order kan inte avbrytas, debiteras eller återbetalas.</translation>
    </message>
    <message>
        <source>Buyers have no names, phones or addresses here.</source>
        <translation>Köpare har inga namn, telefonnummer eller adresser här.</translation>
    </message>
    <message>
        <source>Orders older than 60 days are not found.</source>
        <translation>Order äldre än 60 dagar hittas inte.</translation>
    </message>
    <message>
        <source>Pickups are not seen.</source>
        <translation>Upphämtningar syns inte.</translation>
    </message>
    <message>
        <source>The shop does not learn that goods are ready or collected.</source>
        <translation>Butiken får inte veta att varor är klara eller hämtade.</translation>
    </message>
    <message>
        <source>Companies and their prices are not read.</source>
        <translation>Företag och deras priser läses inte.</translation>
    </message>
    <message>
        <source>Draft orders are not read.</source>
        <translation>Orderutkast läses inte.</translation>
    </message>
    <message>
        <source>Quotes cannot become orders in the shop.</source>
        <translation>Offerter kan inte bli order i butiken.</translation>
    </message>
    <message>
        <source>Changes in the shop may be missed.</source>
        <translation>Ändringar i butiken kan missas.</translation>
    </message>
    <message>
        <source>They are asked for again with the next reading of places.</source>
        <translation>De begärs igen nästa gång platser läses.</translation>
    </message>
    <message>
        <source>Companies, their sites and their prices are not read.</source>
        <translation>Företag, deras arbetsplatser och priser läses inte.</translation>
    </message>
    <message>
        <source>Changes are found by asking, a minute later.</source>
        <translation>Ändringar hittas genom att fråga, en minut senare.</translation>
    </message>
    <message>
        <source>The shop&apos;s plan has no B2B.</source>
        <translation>Butikens abonnemang har inte B2B.</translation>
    </message>
    <message>
        <source>No order can be picked up there.</source>
        <translation>Ingen order kan hämtas där.</translation>
    </message>
    <message>
        <source>Articles and prices are not read.</source>
        <translation>Artiklar och priser läses inte.</translation>
    </message>
    <message>
        <source>Stock is neither read nor written.</source>
        <translation>Lager varken läses eller skrivs.</translation>
    </message>
    <message>
        <source>Stores are not read.</source>
        <translation>Butiker läses inte.</translation>
    </message>
    <message>
        <source>Orders are not read.</source>
        <translation>Order läses inte.</translation>
    </message>
    <message>
        <source>Nobody sees what was sent.</source>
        <translation>Ingen ser vad som har skickats.</translation>
    </message>
    <message>
        <source>Customers are not read.</source>
        <translation>Kunder läses inte.</translation>
    </message>
    <message>
        <source>Companies are not read.</source>
        <translation>Företag läses inte.</translation>
    </message>
    <message>
        <source>Quotes are not read.</source>
        <translation>Offerter läses inte.</translation>
    </message>
    <message>
        <source>Stock of several stores needs multi-source inventory.</source>
        <translation>Lager i flera butiker kräver multi-source inventory.</translation>
    </message>
    <message>
        <source>Buyers cannot choose a store, and ready is not told.</source>
        <translation>Köpare kan inte välja butik, och klart meddelas inte.</translation>
    </message>
    <message>
        <source>There are no companies or contract prices.</source>
        <translation>Det finns inga företag eller avtalspriser.</translation>
    </message>
    <message>
        <source>There are no negotiable quotes.</source>
        <translation>Det finns inga förhandlingsbara offerter.</translation>
    </message>
    <message>
        <source>Signatures are refused when clocks differ by five minutes.</source>
        <translation>Signaturer nekas när klockorna skiljer fem minuter.</translation>
    </message>
    <message>
        <source>Changes are found by asking every few minutes.</source>
        <translation>Ändringar hittas genom att fråga med några minuters mellanrum.</translation>
    </message>
    <message>
        <source>Modules are not known.</source>
        <translation>Modulerna är inte kända.</translation>
    </message>
    <message>
        <source>The currency is not known.</source>
        <translation>Valutan är inte känd.</translation>
    </message>
    <message>
        <source>Pickup orders there fail.</source>
        <translation>Upphämtningsorder där misslyckas.</translation>
    </message>
    <message>
        <source>signed by a shared secret</source>
        <translation>signerade med en delad hemlighet</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>genom att fråga</translation>
    </message>
</context>
<context>
    <name>FinishPane</name>
    <message>
        <source>Before it leaves</source>
        <translation>Innan det går ut</translation>
    </message>
    <message>
        <source>Items with an age limit stay here.</source>
        <translation>Varor med åldersgräns stannar här.</translation>
    </message>
    <message>
        <source>The rest goes out.</source>
        <translation>Resten går ut.</translation>
    </message>
    <message>
        <source>Print slip, 80 mm</source>
        <translation>Skriv ut följesedel, 80 mm</translation>
    </message>
    <message>
        <source>Say whether the ID showed an age of {years}.</source>
        <translation>Säg om legitimationen visade {years}.</translation>
    </message>
    <message>
        <source>This looks like a personal number. StoreDesk keeps none: take it out.</source>
        <translation>Det liknar ett personnummer. StoreDesk sparar inga: ta bort det.</translation>
    </message>
    <message>
        <source>Take payment at the till, then enter its receipt number.</source>
        <translation>Ta betalt i kassan och ange kvittots nummer.</translation>
    </message>
    <message>
        <source>One receipt pays one order.</source>
        <translation>Ett kvitto betalar en order.</translation>
    </message>
    <message>
        <source>Age check: ID seen, {years} or older?</source>
        <translation>Ålderskontroll: legitimation visad, {years} eller äldre?</translation>
    </message>
    <message>
        <source>Yes, of age</source>
        <translation>Ja, gammal nog</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>No ID shown</source>
        <translation>Ingen visad</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>På faktura</translation>
    </message>
    <message>
        <source>Paid, nothing to take</source>
        <translation>Betalt, inget att ta</translation>
    </message>
    <message>
        <source>StoreDesk takes no money: the till does.</source>
        <translation>StoreDesk tar inte betalt: det gör kassan.</translation>
    </message>
    <message>
        <source>store-till-number</source>
        <translation>butik-kassa-nummer</translation>
    </message>
    <message>
        <source>Receipt number of the till for {number}</source>
        <translation>Kassans kvittonummer för {number}</translation>
    </message>
    <message>
        <source>To pay at the till, order {number}</source>
        <translation>Betalas i kassan, order {number}</translation>
    </message>
    <message>
        <source>for the till</source>
        <translation>till kassan</translation>
    </message>
    <message>
        <source>Receipt number of the till</source>
        <translation>Kassans kvittonummer</translation>
    </message>
</context>
<context>
    <name>FirstCopy</name>
    <message>
        <source>Orders and pickups</source>
        <translation>Order och hämtningar</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Varor</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Priser</translation>
    </message>
    <message>
        <source>People and places</source>
        <translation>Personer och platser</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Central does not answer at this address.</source>
        <translation>Centralen svarar inte på den här adressen.</translation>
    </message>
    <message>
        <source>Look at the network cable or Wi-Fi and at the address, then go on.</source>
        <translation>Kontrollera nätverkskabeln eller Wi-Fi och adressen, och fortsätt sedan.</translation>
    </message>
    <message>
        <source>Something else answered at this address.</source>
        <translation>Något annat svarade på den här adressen.</translation>
    </message>
    <message>
        <source>It may be the sign-in page of a network. Open a browser, sign in there, then go on.</source>
        <translation>Det kan vara inloggningssidan för ett nätverk. Öppna en webbläsare, logga in där och fortsätt sedan.</translation>
    </message>
    <message>
        <source>Whoever answers cannot show that it is central.</source>
        <translation>Den som svarar kan inte visa att den är centralen.</translation>
    </message>
    <message>
        <source>Nothing was sent. Look at the address, and tell support if it is right.</source>
        <translation>Inget skickades. Kontrollera adressen och säg till supporten om den stämmer.</translation>
    </message>
    <message>
        <source>What came from central was damaged on the way.</source>
        <translation>Det som kom från centralen skadades på vägen.</translation>
    </message>
    <message>
        <source>It is fetched again by itself.</source>
        <translation>Det hämtas på nytt av sig självt.</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>Det här är ingen adress.</translation>
    </message>
    <message>
        <source>It starts with https:// and stands beside the code.</source>
        <translation>Den börjar med https:// och står bredvid koden.</translation>
    </message>
    <message>
        <source>Compare it with the one you were given.</source>
        <translation>Jämför den med den du fick.</translation>
    </message>
    <message>
        <source>Ask for a new one, then type it here.</source>
        <translation>Be om en ny och skriv den här.</translation>
    </message>
    <message>
        <source>Central did not let this desk in.</source>
        <translation>Centralen släppte inte in arbetsplatsen.</translation>
    </message>
    <message>
        <source>That is not the code.</source>
        <translation>Det är inte koden.</translation>
    </message>
    <message>
        <source>This code has been used or is too old.</source>
        <translation>Koden är redan använd eller för gammal.</translation>
    </message>
    <message>
        <source>Nothing was stored here. Start again with a new code.</source>
        <translation>Inget sparades här. Börja om med en ny kod.</translation>
    </message>
    <message>
        <source>The clock of this desk is wrong.</source>
        <translation>Klockan på den här arbetsplatsen går fel.</translation>
    </message>
    <message>
        <source>Set date and time in the system, then go on.</source>
        <translation>Ställ in datum och tid i systemet och fortsätt sedan.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk of this desk.</source>
        <translation>Det finns inte plats nog på arbetsplatsens disk.</translation>
    </message>
    <message>
        <source>What is here stays. Free some room, then go on.</source>
        <translation>Det som finns här blir kvar. Gör plats och fortsätt sedan.</translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>No answer</source>
        <translation>Inget svar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Address and code</source>
        <translation>Adress och kod</translation>
    </message>
    <message>
        <source>Address of central</source>
        <translation>Centralens adress</translation>
    </message>
    <message>
        <source>Code for this desk</source>
        <translation>Kod för den här arbetsplatsen</translation>
    </message>
    <message>
        <source>Letters and digits, capital or not.</source>
        <translation>Bokstäver och siffror, stora eller små.</translation>
    </message>
    <message>
        <source>Where they come from</source>
        <translation>Var de kommer ifrån</translation>
    </message>
    <message>
        <source>Whoever looks after central makes a code for this store.</source>
        <translation>Den som sköter centralen gör en kod för den här butiken.</translation>
    </message>
    <message>
        <source>The code is good for 10 minutes and for one desk.</source>
        <translation>Koden gäller i 10 minuter och för en arbetsplats.</translation>
    </message>
    <message>
        <source>Type the address of central and the code, then go on with F9.</source>
        <translation>Skriv centralens adress och koden och fortsätt med F9.</translation>
    </message>
    <message>
        <source>Short number</source>
        <translation>Kort nummer</translation>
    </message>
    <message>
        <source>same on both screens?</source>
        <translation>samma på båda skärmarna?</translation>
    </message>
    <message>
        <source>The manager sees the same four digits and agrees with a PIN. If they differ, nobody is let in.</source>
        <translation>Chefen ser samma fyra siffror och godkänner med sin PIN. Skiljer de sig släpps ingen in.</translation>
    </message>
    <message>
        <source>This desk becomes {place}</source>
        <translation>Den här arbetsplatsen blir {place}</translation>
    </message>
    <message>
        <source>You can stop at any step. What is done stays done.</source>
        <translation>Du kan sluta vid vilket steg som helst. Det som är gjort är gjort.</translation>
    </message>
    <message>
        <source>Welcome. Which store does this desk belong to?</source>
        <translation>Välkommen. Vilken butik hör arbetsplatsen till?</translation>
    </message>
    <message>
        <source>Nothing is stored on this desk until central has taken the code.</source>
        <translation>Inget sparas här förrän centralen har godkänt koden.</translation>
    </message>
    <message>
        <source>Work starts once the first copy is here.</source>
        <translation>Arbetet börjar när kopian är här.</translation>
    </message>
    <message>
        <source>The address of central is missing.</source>
        <translation>Centralens adress saknas.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters of the code are missing.</source>
        <translation>
            <numerusform>%n tecken i koden saknas.</numerusform>
            <numerusform>%n tecken i koden saknas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking central …</source>
        <translation>Frågar centralen …</translation>
    </message>
    <message>
        <source>Waiting for the manager to agree.</source>
        <translation>Väntar på att chefen godkänner.</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Börja arbeta</translation>
    </message>
</context>
<context>
    <name>FirstRunSide</name>
    <message>
        <source>A new desk</source>
        <translation>En ny arbetsplats</translation>
    </message>
    <message>
        <source>This desk’s key never leaves it.</source>
        <translation>Arbetsplatsens nyckel lämnar den aldrig.</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>Central</translation>
    </message>
    <message>
        <source>its address</source>
        <translation>dess adress</translation>
    </message>
    <message>
        <source>for this desk</source>
        <translation>för arbetsplatsen</translation>
    </message>
    <message>
        <source>all the desk works with</source>
        <translation>allt arbetet behöver</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>used</source>
        <translation>använd</translation>
    </message>
    <message>
        <source>Short number</source>
        <translation>Kort nummer</translation>
    </message>
    <message>
        <source>First copy</source>
        <translation>Första kopian</translation>
    </message>
    <message>
        <source>Ready to work</source>
        <translation>Klar att arbeta</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>HandoverControl</name>
    <message>
        <source>Handed over.</source>
        <translation>Utlämnad.</translation>
    </message>
    <message>
        <source>Second check by a supervisor</source>
        <translation>Andra kontroll av arbetsledare</translation>
    </message>
    <message>
        <source>There is no line to central, so somebody looks at this handover with you.</source>
        <translation>Centralen nås inte, så någon ser på utlämningen tillsammans med dig.</translation>
    </message>
    <message>
        <source>Exchanged.</source>
        <translation>Bytt.</translation>
    </message>
</context>
<context>
    <name>HandoverSheet</name>
    <message>
        <source>Complete handover</source>
        <translation>Slutför utlämning</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Hand over {number}</source>
        <translation>Lämna ut {number}</translation>
    </message>
    <message>
        <source>bought by {name}</source>
        <translation>köpt av {name}</translation>
    </message>
    <message>
        <source>bin {bins}</source>
        <translation>fack {bins}</translation>
    </message>
    <message>
        <source>ready since {time}</source>
        <translation>klar sedan {time}</translation>
    </message>
    <message>
        <source>a gift</source>
        <translation>en gåva</translation>
    </message>
    <message>
        <source>paid {amount}</source>
        <translation>betalat {amount}</translation>
    </message>
    <message>
        <source>One press is enough. A second press does nothing.</source>
        <translation>Ett tryck räcker. Ett andra gör inget.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Sparar</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Byt</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>Can be undone</source>
        <translation>Kan ångras</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Inget än</translation>
    </message>
    <message>
        <source>What is done on this desk stands here.</source>
        <translation>Det som görs vid den här arbetsplatsen står här.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>on this desk, since it was opened</source>
        <translation>vid den här arbetsplatsen, sedan den öppnades</translation>
    </message>
    <message>
        <source>This cannot be taken back here.</source>
        <translation>Det här kan inte ångras här.</translation>
    </message>
</context>
<context>
    <name>HoldSheet</name>
    <message>
        <source>Hold</source>
        <translation>Håll undan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Write how many.</source>
        <translation>Skriv hur många.</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>i dag {time}</translation>
    </message>
    <message>
        <source>Certain at once: this desk has a share of {number}.</source>
        <translation>Säkert direkt: arbetsplatsen har en andel på {number}.</translation>
    </message>
    <message>
        <source>Not certain: it is asked for when the line is back. This desk has a share of {number}.</source>
        <translation>Inte säkert: det begärs när förbindelsen är tillbaka. Arbetsplatsen har en andel på {number}.</translation>
    </message>
    <message>
        <source>Central decides at once.</source>
        <translation>Centralen avgör direkt.</translation>
    </message>
    <message>
        <source>Hold for a customer</source>
        <translation>Håll undan åt en kund</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Till när</translation>
    </message>
    <message>
        <source>Name, may stay empty</source>
        <translation>Namn, kan lämnas tomt</translation>
    </message>
    <message>
        <source>Last digits of the phone</source>
        <translation>Telefonens sista siffror</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hur många</translation>
    </message>
</context>
<context>
    <name>Holds</name>
    <message>
        <source>Held</source>
        <translation>Undanhållen</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Begärd</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Gick inte</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Släppt</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Hämtad</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>Förfallen</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>till {time}</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Utan namn</translation>
    </message>
    <message>
        <source>Held until {time}.</source>
        <translation>Undanhållen till {time}.</translation>
    </message>
    <message>
        <source>Asked for until {time}. Central decides.</source>
        <translation>Begärd till {time}. Centralen avgör.</translation>
    </message>
    <message>
        <source>Noted: the customer has it.</source>
        <translation>Noterat: kunden har fått den.</translation>
    </message>
    <message>
        <source>The hold is released.</source>
        <translation>Varan är släppt.</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>Works without network</source>
        <translation>Fungerar utan nät</translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Kontrollera journalen</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>ej kontrollerad än</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>hel</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>stämmer inte</translation>
    </message>
</context>
<context>
    <name>KeepTable</name>
    <message>
        <source>Order value</source>
        <translation>Ordervärde</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behållet</translation>
    </message>
    <message>
        <source>Tried first</source>
        <translation>Prövas först</translation>
    </message>
    <message>
        <source>Released by</source>
        <translation>Släpps av</translation>
    </message>
</context>
<context>
    <name>KeptNumbers</name>
    <message>
        <source>Counted, but not kept on this desk: look at the disk, and do not close StoreDesk.</source>
        <translation>Räknat, men inte sparat på den här arbetsplatsen: titta på disken, och stäng inte StoreDesk.</translation>
    </message>
</context>
<context>
    <name>KeyCap</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Skift</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabb</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Blanksteg</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>On this screen</source>
        <translation>På den här skärmen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Överallt</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tangenter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>letters, digits and scans go to the field at the top</source>
        <translation>bokstäver, siffror och skanningar går till fältet högst upp</translation>
    </message>
    <message>
        <source>A customer&apos;s code opens the handover.</source>
        <translation>En kunds kod öppnar utlämningen.</translation>
    </message>
    <message>
        <source>An article opens its stock, or counts as one where lines are open.</source>
        <translation>En artikel öppnar sitt lager, eller räknas som en där rader är öppna.</translation>
    </message>
    <message>
        <source>A pick list or a label opens its pickup; a shelf sets the bin.</source>
        <translation>En plocklista eller etikett öppnar sin upphämtning; en hylla sätter hyllfacket.</translation>
    </message>
    <message>
        <source>A quote&apos;s code opens the quote; a badge changes who is signed in.</source>
        <translation>En offerts kod öppnar offerten; en bricka byter vem som är inloggad.</translation>
    </message>
    <message>
        <source>With the scanner</source>
        <translation>Med skannern</translation>
    </message>
</context>
<context>
    <name>LabelControl</name>
    <message>
        <source>This code was not made by central. Hand nothing over on it: ask for the order number.</source>
        <translation>Koden är inte gjord av centralen. Lämna inte ut något på den: fråga efter ordernumret.</translation>
    </message>
    <message>
        <source>The code is genuine, but its last day was {day}. Ring central before anything leaves.</source>
        <translation>Koden är äkta, men sista dagen var {day}. Ring centralen innan något lämnas ut.</translation>
    </message>
    <message>
        <source>Second check by a supervisor</source>
        <translation>Andra kontroll av arbetsledare</translation>
    </message>
    <message>
        <source>There is no line to central, so somebody looks at this handover with you.</source>
        <translation>Centralen nås inte, så någon ser på utlämningen tillsammans med dig.</translation>
    </message>
    <message>
        <source>Handed over from the label, to be confirmed.</source>
        <translation>Utlämnat från etiketten, ska bekräftas.</translation>
    </message>
</context>
<context>
    <name>LabelSheet</name>
    <message>
        <source>Hand over from the label</source>
        <translation>Lämna ut från etiketten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Hand over {number} from the label</source>
        <translation>Lämna ut {number} från etiketten</translation>
    </message>
    <message>
        <source>here until {day}</source>
        <translation>här till {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n parcels</source>
        <translation>
            <numerusform>%n paket</numerusform>
            <numerusform>%n paket</numerusform>
        </translation>
    </message>
    <message>
        <source>The code is genuine: central has signed it</source>
        <translation>Koden är äkta: centralen har signerat den</translation>
    </message>
    <message>
        <source>This desk has not heard of the order yet. It is confirmed when the line is back.</source>
        <translation>Arbetsplatsen har inte hört om ordern än. Den bekräftas när centralen nås igen.</translation>
    </message>
    <message>
        <source>Take the parcels with the number {number} off the shelf</source>
        <translation>Ta paketen med nummer {number} från hyllan</translation>
    </message>
    <message>
        <source>Look for the number on each label. Hand over nothing that carries another one.</source>
        <translation>Titta efter numret på varje etikett. Lämna inte ut något med ett annat nummer.</translation>
    </message>
    <message>
        <source>Only if somebody else collects</source>
        <translation>Bara om någon annan hämtar</translation>
    </message>
    <message>
        <source>Name of the person who collects</source>
        <translation>Namnet på den som hämtar</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Den som hämtar</translation>
    </message>
    <message>
        <source>This looks like a personal number. StoreDesk keeps none: take it out.</source>
        <translation>Det här ser ut som ett personnummer. StoreDesk sparar inga: ta bort det.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Sparar</translation>
    </message>
    <message>
        <source>Yes, of age</source>
        <translation>Ja, gammal nog</translation>
    </message>
    <message>
        <source>No, or no ID shown</source>
        <translation>Nej, eller inget ID visat</translation>
    </message>
    <message>
        <source>Age check: ID seen, {years} or older?</source>
        <translation>Ålderskontroll: legitimation visad, {years} eller äldre?</translation>
    </message>
    <message>
        <source>Say whether the ID showed an age of {years}.</source>
        <translation>Säg om legitimationen visade åldern {years}.</translation>
    </message>
    <message>
        <source>Nothing goes out from the label without the age: it waits until the line is back.</source>
        <translation>Inget lämnas ut från etiketten utan åldern: det väntar tills centralen nås igen.</translation>
    </message>
</context>
<context>
    <name>Late</name>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Talked to the customer</source>
        <translation>Talade med kunden</translation>
    </message>
    <message>
        <source>Kept longer</source>
        <translation>Sparas längre</translation>
    </message>
    <message>
        <source>The last day closed</source>
        <translation>Sista dagen slut</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Släppt</translation>
    </message>
    <message>
        <source>Goods back on the shelf</source>
        <translation>Varor tillbaka på hyllan</translation>
    </message>
    <message>
        <source>Caller checked</source>
        <translation>Uppringare kontrollerad</translation>
    </message>
    <message>
        <source>Called, no answer</source>
        <translation>Ringde, inget svar</translation>
    </message>
    <message>
        <source>Called, will be called again</source>
        <translation>Ringde, rings igen</translation>
    </message>
    <message>
        <source>the customer does not come</source>
        <translation>kunden kommer inte</translation>
    </message>
    <message>
        <source>nobody could be reached</source>
        <translation>ingen gick att nå</translation>
    </message>
    <message>
        <source>bin {bins}</source>
        <translation>hyllfack {bins}</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>till {day}</translation>
    </message>
    <message>
        <source>over {amount}</source>
        <translation>över {amount}</translation>
    </message>
    <message>
        <source>any value</source>
        <translation>alla värden</translation>
    </message>
    <message>
        <source>to {amount}</source>
        <translation>till {amount}</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>butikschef</translation>
    </message>
    <message>
        <source>sales staff</source>
        <translation>säljare</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>inget</translation>
    </message>
    <message>
        <source>shelf</source>
        <translation>hylla</translation>
    </message>
    <message>
        <source>back {time}</source>
        <translation>åter {time}</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>att göra</translation>
    </message>
</context>
<context>
    <name>LateAnswers</name>
    <message>
        <source>What did the customer say?</source>
        <translation>Vad sa kunden?</translation>
    </message>
    <message>
        <source>{amount} asked back</source>
        <translation>{amount} begärs åter</translation>
    </message>
    <message>
        <source>until {day}, + and − move it</source>
        <translation>till {day}, + och − flyttar</translation>
    </message>
    <message>
        <source>Does not come: back to stock</source>
        <translation>Kommer inte: till lager</translation>
    </message>
    <message>
        <source>Comes later: keep it</source>
        <translation>Kommer senare: spara</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Inget svar</translation>
    </message>
    <message>
        <source>the call is noted</source>
        <translation>samtalet noteras</translation>
    </message>
    <message>
        <source>Not reached: back to stock</source>
        <translation>Ej nådd: till lager</translation>
    </message>
</context>
<context>
    <name>LateControl</name>
    <message>
        <source>Let these goods go?</source>
        <translation>Släppa de här varorna?</translation>
    </message>
    <message>
        <source>Goods of this value are let go by a supervisor.</source>
        <translation>Varor av det här värdet släpps av en ansvarig.</translation>
    </message>
    <message>
        <source>Let go. Put the goods back on their shelf.</source>
        <translation>Släppt. Lägg tillbaka varorna på hyllan.</translation>
    </message>
    <message>
        <source>Back on the shelf.</source>
        <translation>Tillbaka på hyllan.</translation>
    </message>
    <message>
        <source>Kept longer.</source>
        <translation>Sparas längre.</translation>
    </message>
    <message>
        <source>The call is noted.</source>
        <translation>Samtalet är noterat.</translation>
    </message>
</context>
<context>
    <name>LateCounts</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n samtal</numerusform>
            <numerusform>%n samtal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to do</source>
        <translation>
            <numerusform>%n att göra</numerusform>
            <numerusform>%n att göra</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LatePane</name>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Keep longer</source>
        <translation>Spara längre</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Gör så</translation>
    </message>
    <message>
        <source>Put back on the shelf</source>
        <translation>Tillbaka på hyllan</translation>
    </message>
    <message>
        <source>Nothing is to be put back.</source>
        <translation>Inget ska läggas tillbaka.</translation>
    </message>
    <message>
        <source>Nothing more to decide.</source>
        <translation>Inget mer att bestämma.</translation>
    </message>
    <message>
        <source>Scan each item at its shelf, or press Enter on its line below.</source>
        <translation>Skanna varje vara vid sin hylla, eller tryck Enter på raden nedan.</translation>
    </message>
    <message>
        <source>Nothing waits too long</source>
        <translation>Inget väntar för länge</translation>
    </message>
    <message>
        <source>Late pickups show up here.</source>
        <translation>Sena upphämtningar visas här.</translation>
    </message>
    <message>
        <source>Note the call</source>
        <translation>Notera samtalet</translation>
    </message>
    <message>
        <source>Back to stock</source>
        <translation>Till lager</translation>
    </message>
    <message>
        <source>worth {amount}</source>
        <translation>värt {amount}</translation>
    </message>
    <message>
        <source>How long we keep it</source>
        <translation>Så länge sparar vi</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>too many, may oversell</source>
        <translation>för många, kan översälja</translation>
    </message>
    <message>
        <source>too few, lost sales</source>
        <translation>för få, tappad försäljning</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Central does not answer. Work goes on and is sent later.</source>
        <translation>Centralen svarar inte. Arbetet går vidare och skickas senare.</translation>
    </message>
    <message>
        <source>Central answers too slowly. Work goes on and is sent later.</source>
        <translation>Centralen svarar för långsamt. Arbetet går vidare och skickas senare.</translation>
    </message>
    <message>
        <source>Central does not take what this desk sends. Your work is kept. Tell support.</source>
        <translation>Centralen tar inte emot det som skickas härifrån. Ditt arbete finns kvar. Säg till supporten.</translation>
    </message>
    <message>
        <source>What came from central was damaged. It is fetched again by itself.</source>
        <translation>Det som kom från centralen var skadat. Det hämtas på nytt av sig självt.</translation>
    </message>
    <message>
        <source>This desk was signed out by central. Your unsent work is kept.</source>
        <translation>Centralen har loggat ut arbetsplatsen. Ditt osända arbete finns kvar.</translation>
    </message>
    <message>
        <source>Update this desk: its version is too old to send. Your work is kept.</source>
        <translation>Uppdatera arbetsplatsen: versionen är för gammal för att skicka. Ditt arbete finns kvar.</translation>
    </message>
    <message>
        <source>Central is older than this desk. Your work is kept until it is updated.</source>
        <translation>Centralen är äldre än arbetsplatsen. Ditt arbete finns kvar tills den är uppdaterad.</translation>
    </message>
    <message>
        <source>Central does not know this desk any more. Your work is kept. Ask a manager for a new code.</source>
        <translation>Centralen känner inte längre till arbetsplatsen. Ditt arbete finns kvar. Be en chef om en ny kod.</translation>
    </message>
    <message>
        <source>Another page answers instead of central: sign in to this network first.</source>
        <translation>En annan sida svarar i stället för centralen: logga först in på nätverket.</translation>
    </message>
    <message>
        <source>Whoever answers cannot show that it is central. Nothing is sent. Tell support.</source>
        <translation>Den som svarar kan inte visa att den är centralen. Inget skickas. Kontakta supporten.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is far off. Set it, then try again.</source>
        <translation>Datorns klocka går mycket fel. Ställ den och försök igen.</translation>
    </message>
    <message>
        <source>This desk&apos;s disk did not take an update. Make room on it.</source>
        <translation>Arbetsplatsens disk tog inte emot en uppdatering. Gör plats på den.</translation>
    </message>
</context>
<context>
    <name>LineHead</name>
    <message>
        <source>Item</source>
        <translation>Vara</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>{number} missing</source>
        <translation>{number} saknas</translation>
    </message>
    <message>
        <source>{picked} of {wanted}</source>
        <translation>{picked} av {wanted}</translation>
    </message>
</context>
<context>
    <name>LineTable</name>
    <message>
        <source>Items</source>
        <translation>Varor</translation>
    </message>
</context>
<context>
    <name>LinesPanel</name>
    <message>
        <source>and {n} more</source>
        <translation>och {n} till</translation>
    </message>
</context>
<context>
    <name>LoadPane</name>
    <message>
        <source>Read ahead</source>
        <translation>Läs i förväg</translation>
    </message>
    <message>
        <source>First load</source>
        <translation>Första inläsning</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Check it first.</source>
        <translation>Kontrollera först.</translation>
    </message>
    <message>
        <source>reading ahead, safe</source>
        <translation>läser i förväg, säkert</translation>
    </message>
    <message>
        <source>The shop does not answer now; it goes on by itself.</source>
        <translation>Butiken svarar inte nu; det fortsätter av sig själv.</translation>
    </message>
    <message>
        <source>Nothing is written to the shop. Orders come once it is on.</source>
        <translation>Inget skrivs till butiken. Order kommer när den är på.</translation>
    </message>
    <message>
        <source>The channel is on: it is told once all of it is read.</source>
        <translation>Kanalen är på: den får besked när allt är läst.</translation>
    </message>
    <message>
        <source>All of it is read; changes come by themselves.</source>
        <translation>Allt är läst; ändringar kommer av sig själva.</translation>
    </message>
    <message>
        <source>Read ahead what takes long; nothing is written to the shop.</source>
        <translation>Läs i förväg det som tar tid; inget skrivs till butiken.</translation>
    </message>
    <message>
        <source>once it is on</source>
        <translation>när den är på</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>väntar</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} av {total}</translation>
    </message>
</context>
<context>
    <name>LockControl</name>
    <message>
        <source>Nobody of this store has this badge.</source>
        <translation>Ingen i butiken har den brickan.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait on this desk.</source>
        <translation>
            <numerusform>%n ändring väntar här.</numerusform>
            <numerusform>%n ändringar väntar här.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Inget väntar på att skickas.</translation>
    </message>
    <message>
        <source>Looking for central …</source>
        <translation>Söker centralen …</translation>
    </message>
    <message>
        <source>Offline since {time}. Work goes on.</source>
        <translation>Utan nät sedan {time}. Arbetet fortsätter.</translation>
    </message>
    <message>
        <source>Synced {age}</source>
        <translation>Synkad {age}</translation>
    </message>
    <message>
        <source>Practice: there is no line to central.</source>
        <translation>Övning: det finns ingen linje till centralen.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message numerus="yes">
        <source>Locks by itself after %n min. Open work is kept.</source>
        <translation>
            <numerusform>Låser sig efter %n min. Öppet arbete finns kvar.</numerusform>
            <numerusform>Låser sig efter %n min. Öppet arbete finns kvar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is at the desk?</source>
        <translation>Vem är vid arbetsplatsen?</translation>
    </message>
    <message>
        <source>Press 1–{last}, or scan your badge</source>
        <translation>Tryck 1–{last} eller skanna din bricka</translation>
    </message>
    <message>
        <source>Choose who you are</source>
        <translation>Välj vem du är</translation>
    </message>
    <message>
        <source>Type your PIN</source>
        <translation>Skriv din PIN</translation>
    </message>
    <message>
        <source>then type your PIN</source>
        <translation>skriv sedan din PIN</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Opens again in %n min, or by a manager.</source>
        <translation>
            <numerusform>För många försök. Öppnas om %n min eller av en chef.</numerusform>
            <numerusform>För många försök. Öppnas om %n min eller av en chef.</numerusform>
        </translation>
    </message>
    <message>
        <source>5 tries, then a manager opens it</source>
        <translation>5 försök, sedan öppnar en chef</translation>
    </message>
    <message numerus="yes">
        <source>That is not the PIN. %n tries left.</source>
        <translation>
            <numerusform>Det är inte din PIN. %n försök kvar.</numerusform>
            <numerusform>Det är inte din PIN. %n försök kvar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookedPane</name>
    <message>
        <source>Looked at online</source>
        <translation>Tittat på på nätet</translation>
    </message>
    <message>
        <source>Add to quote</source>
        <translation>Lägg i offerten</translation>
    </message>
    <message>
        <source>No activity shared by this company.</source>
        <translation>Företaget delar ingen aktivitet.</translation>
    </message>
    <message>
        <source>last {when}</source>
        <translation>senast {when}</translation>
    </message>
    <message>
        <source>in this quote</source>
        <translation>i offerten</translation>
    </message>
    <message>
        <source>{name} said yes on {day}.</source>
        <translation>{name} sade ja {day}.</translation>
    </message>
    <message>
        <source>The shop has their consent.</source>
        <translation>Butiken på nätet har deras samtycke.</translation>
    </message>
    <message>
        <source>Oldest here: {day}.</source>
        <translation>Äldst här: {day}.</translation>
    </message>
</context>
<context>
    <name>LowDisk</name>
    <message>
        <source>Little room on this desk&apos;s disk. Below 100 MB nothing can be saved: make room now.</source>
        <translation>Lite plats kvar på arbetsplatsens disk. Under 100 MB går inget att spara: frigör plats nu.</translation>
    </message>
</context>
<context>
    <name>MoreSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Change or ask</source>
        <translation>Ändra eller fråga</translation>
    </message>
    <message>
        <source>Order {number} · press a digit</source>
        <translation>Order {number} · tryck en siffra</translation>
    </message>
    <message>
        <source>Goods have left or the order is over</source>
        <translation>Varor har lämnat eller ordern är avslutad</translation>
    </message>
    <message>
        <source>Nothing waits to be collected</source>
        <translation>Inget väntar på att hämtas</translation>
    </message>
    <message>
        <source>No store has said no</source>
        <translation>Ingen butik har sagt nej</translation>
    </message>
    <message>
        <source>asked for at central</source>
        <translation>begärs hos centralen</translation>
    </message>
    <message>
        <source>No store has it now</source>
        <translation>Ingen butik har den nu</translation>
    </message>
    <message>
        <source>Ask the store</source>
        <translation>Fråga butiken</translation>
    </message>
    <message>
        <source>Keep it longer</source>
        <translation>Spara längre</translation>
    </message>
    <message>
        <source>move the last day</source>
        <translation>flytta sista dagen</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Annan adress</translation>
    </message>
    <message>
        <source>Note to the store</source>
        <translation>Meddelande till butiken</translation>
    </message>
    <message>
        <source>Cancel a line</source>
        <translation>Avboka en rad</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Avboka ordern</translation>
    </message>
    <message>
        <source>Another collector</source>
        <translation>Annan hämtare</translation>
    </message>
    <message>
        <source>Collect in another store</source>
        <translation>Hämta i en annan butik</translation>
    </message>
    <message>
        <source>Words for the store</source>
        <translation>Ord till butiken</translation>
    </message>
    <message>
        <source>Decide for the customer</source>
        <translation>Besluta åt kunden</translation>
    </message>
    <message>
        <source>home, cancel, other store</source>
        <translation>hem, avboka, annan butik</translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>Collect {number} in another store</source>
        <translation>Hämta {number} i en annan butik</translation>
    </message>
    <message>
        <source>It is at {store} now</source>
        <translation>Den är i {store} nu</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Begär det</translation>
    </message>
    <message>
        <source>if enough is free there</source>
        <translation>om nog är ledigt där</translation>
    </message>
    <message>
        <source>Choose the store: press a digit.</source>
        <translation>Välj butik: tryck en siffra.</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Butiker</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Another store for {number}</source>
        <translation>En annan butik för {number}</translation>
    </message>
    <message>
        <source>Central decides. Goods that stand ready here are put back.</source>
        <translation>Centralen avgör. Varor som står klara här läggs tillbaka.</translation>
    </message>
    <message>
        <source>open until {time}</source>
        <translation>öppet till {time}</translation>
    </message>
    <message>
        <source>opens {time}</source>
        <translation>öppnar {time}</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>allt finns</translation>
    </message>
    <message>
        <source>{free} of {wanted} articles</source>
        <translation>{free} av {wanted} artiklar</translation>
    </message>
    <message>
        <source>{name} does not have all of it.</source>
        <translation>{name} har inte allt.</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>Settings and lock</source>
        <translation>Inställningar och lås</translation>
    </message>
</context>
<context>
    <name>NewTransferControl</name>
    <message>
        <source>A transfer has at most 12 articles. Ask for it, then begin another.</source>
        <translation>En omflyttning har högst 12 artiklar. Begär den och börja sedan en till.</translation>
    </message>
    <message>
        <source>No number can be given now. Press again.</source>
        <translation>Inget nummer kan ges just nu. Tryck igen.</translation>
    </message>
    <message>
        <source>Transfer {number} is asked for.</source>
        <translation>Omflyttning {number} är begärd.</translation>
    </message>
</context>
<context>
    <name>NewTransferPane</name>
    <message>
        <source>What is wanted</source>
        <translation>Det som behövs</translation>
    </message>
    <message>
        <source>Scan what you need</source>
        <translation>Skanna det du behöver</translation>
    </message>
    <message>
        <source>Or type a name, colour and size, an SKU or EAN.</source>
        <translation>Eller skriv namn, färg och storlek, SKU eller EAN.</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Begär</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Kasta</translation>
    </message>
    <message>
        <source>No other place has any to spare.</source>
        <translation>Inget annat ställe har någon att avvara.</translation>
    </message>
    <message>
        <source>Scan what you need first</source>
        <translation>Skanna det du behöver först</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Behövs</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} km</translation>
    </message>
    <message>
        <source>open until {time}</source>
        <translation>öppet till {time}</translation>
    </message>
    <message>
        <source>all there</source>
        <translation>allt finns</translation>
    </message>
    <message>
        <source>{has} of {wanted}</source>
        <translation>{has} av {wanted}</translation>
    </message>
    <message>
        <source>New transfer</source>
        <translation>Ny omflyttning</translation>
    </message>
    <message>
        <source>Scan adds one, + and − change the chosen line.</source>
        <translation>Skanning lägger till en, + och − ändrar den valda raden.</translation>
    </message>
    <message>
        <source>Who sends it</source>
        <translation>Vem skickar</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Note to the store</source>
        <translation>Meddelande till butiken</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Begär det</translation>
    </message>
    <message>
        <source>What the store should know</source>
        <translation>Vad butiken bör veta</translation>
    </message>
    <message>
        <source>Write a few words.</source>
        <translation>Skriv några ord.</translation>
    </message>
</context>
<context>
    <name>NothingArrivedSheet</name>
    <message>
        <source>Nothing arrived</source>
        <translation>Inget kom fram</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Did nothing arrive?</source>
        <translation>Kom ingenting fram?</translation>
    </message>
    <message>
        <source>The transfer is closed without any goods, and later arrivals cannot be received on it.</source>
        <translation>Överföringen stängs utan varor, och det som kommer senare kan inte tas emot på den.</translation>
    </message>
    <message>
        <source>All that was sent stays on the way: that becomes a task.</source>
        <translation>Allt som skickades står kvar som på väg: det blir en uppgift.</translation>
    </message>
</context>
<context>
    <name>OpenSheet</name>
    <message>
        <source>Print a test of each</source>
        <translation>Skriv ut ett test av var och en</translation>
    </message>
    <message>
        <source>Open the day</source>
        <translation>Öppna dagen</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Sedan {time}</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Den här arbetsplatsen</translation>
    </message>
    <message>
        <source>Note: {words}</source>
        <translation>Anteckning: {words}</translation>
    </message>
    <message>
        <source>New pickups</source>
        <translation>Nya upphämtningar</translation>
    </message>
    <message>
        <source>Late already</source>
        <translation>Redan sena</translation>
    </message>
    <message>
        <source>Past their last day</source>
        <translation>Efter sista dagen</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>Att åtgärda</translation>
    </message>
    <message>
        <source>Transfers on their way</source>
        <translation>Flyttar på väg hit</translation>
    </message>
</context>
<context>
    <name>OrderFoot</name>
    <message>
        <source>Who calls</source>
        <translation>Vem ringer</translation>
    </message>
    <message>
        <source>Note a contact</source>
        <translation>Anteckna kontakt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Return items</source>
        <translation>Ta emot retur</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Decide for the customer</source>
        <translation>Besluta åt kunden</translation>
    </message>
    <message>
        <source>Open the pickup</source>
        <translation>Öppna upphämtningen</translation>
    </message>
    <message>
        <source>Ask the store</source>
        <translation>Fråga butiken</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Kopiera svaret</translation>
    </message>
    <message>
        <source>Nothing of this order can come back.</source>
        <translation>Inget i den här ordern kan lämnas tillbaka.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totalt</translation>
    </message>
    <message>
        <source>To pay at the till</source>
        <translation>Att betala i kassan</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betalning</translation>
    </message>
    <message>
        <source>{possible} of {bought}</source>
        <translation>{possible} av {bought}</translation>
    </message>
    <message>
        <source>Can still be returned</source>
        <translation>Kan fortfarande återlämnas</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Inget</translation>
    </message>
    <message>
        <source>Covered until the caller is verified</source>
        <translation>Dolt tills uppringaren är kontrollerad</translation>
    </message>
    <message>
        <source>Not known on this desk</source>
        <translation>Inte känt på den här arbetsplatsen</translation>
    </message>
</context>
<context>
    <name>OrderPane</name>
    <message>
        <source>Copy answer</source>
        <translation>Kopiera svaret</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Shipments and pickups</source>
        <translation>Leveranser och upphämtningar</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artiklar</translation>
    </message>
    <message numerus="yes">
        <source>%n more items</source>
        <translation>
            <numerusform>%n artikel till</numerusform>
            <numerusform>%n artiklar till</numerusform>
        </translation>
    </message>
    <message>
        <source>This store</source>
        <translation>Den här butiken</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>avslutad {time}</translation>
    </message>
    <message>
        <source>{number} cancelled</source>
        <translation>{number} avbeställda</translation>
    </message>
    <message>
        <source>{number} returned</source>
        <translation>{number} returnerade</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Vad som hänt</translation>
    </message>
    <message>
        <source>waits until {day}</source>
        <translation>väntar till {day}</translation>
    </message>
    <message>
        <source>promised {time}</source>
        <translation>utlovad {time}</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>It is ready at {place} and waits there until {day}.</source>
        <translation>Den är klar i {place} och väntar där till {day}.</translation>
    </message>
    <message>
        <source>Part of it is collected. The rest waits at {place} until {day}.</source>
        <translation>En del är hämtad. Resten väntar i {place} till {day}.</translation>
    </message>
    <message>
        <source>{place} is getting it ready. It is promised for {when}.</source>
        <translation>{place} gör den klar. Den är utlovad till {when}.</translation>
    </message>
    <message>
        <source>{place} is late with it. Ask the store when it will be ready.</source>
        <translation>{place} är sen med den. Fråga butiken när den blir klar.</translation>
    </message>
    <message>
        <source>It was handed over at {place}, {when}.</source>
        <translation>Den lämnades ut i {place}, {when}.</translation>
    </message>
    <message>
        <source>It was not collected in time. {place} still has it.</source>
        <translation>Den hämtades inte i tid. {place} har den kvar.</translation>
    </message>
    <message>
        <source>It was not collected and is back in stock at {place}.</source>
        <translation>Den hämtades inte och är tillbaka i lager i {place}.</translation>
    </message>
    <message>
        <source>{place} could not find it. We look for another way.</source>
        <translation>{place} kunde inte hitta den. Vi söker en annan väg.</translation>
    </message>
    <message>
        <source>{place} could not find all of it. The customer decides what happens.</source>
        <translation>{place} kunde inte hitta allt. Kunden avgör vad som händer.</translation>
    </message>
    <message>
        <source>Another place than {place} sends it.</source>
        <translation>Den skickas från ett annat ställe än {place}.</translation>
    </message>
    <message>
        <source>It is sent to the customer&apos;s home.</source>
        <translation>Den skickas hem till kunden.</translation>
    </message>
    <message>
        <source>It is collected in another store than {place}.</source>
        <translation>Den hämtas i en annan butik än {place}.</translation>
    </message>
    <message>
        <source>It is on its way to {place}.</source>
        <translation>Den är på väg till {place}.</translation>
    </message>
    <message>
        <source>The order is cancelled.</source>
        <translation>Ordern är avbeställd.</translation>
    </message>
    <message>
        <source>The order has come in. No store has it yet.</source>
        <translation>Ordern har kommit in. Ingen butik har den än.</translation>
    </message>
    <message>
        <source>The order is complete.</source>
        <translation>Ordern är klar.</translation>
    </message>
    <message>
        <source>{what}: ready at {place}, waits there until {day}.</source>
        <translation>{what}: klar i {place}, väntar där till {day}.</translation>
    </message>
    <message>
        <source>{what}: partly collected, the rest waits at {place} until {day}.</source>
        <translation>{what}: delvis hämtad, resten väntar i {place} till {day}.</translation>
    </message>
    <message>
        <source>{what}: {place} is getting it ready, promised for {when}.</source>
        <translation>{what}: {place} gör i ordning den, utlovad till {when}.</translation>
    </message>
    <message>
        <source>{what}: {place} is late. Ask the store when it will be ready.</source>
        <translation>{what}: {place} är sen. Fråga butiken när den blir klar.</translation>
    </message>
    <message>
        <source>{what}: handed over at {place}, {when}.</source>
        <translation>{what}: utlämnad i {place}, {when}.</translation>
    </message>
    <message>
        <source>{what}: not collected in time, {place} still has it.</source>
        <translation>{what}: inte hämtad i tid, {place} har den kvar.</translation>
    </message>
    <message>
        <source>{what}: not collected, back in stock at {place}.</source>
        <translation>{what}: inte hämtad, åter i lager i {place}.</translation>
    </message>
    <message>
        <source>{what}: {place} could not find it. We look for another way.</source>
        <translation>{what}: {place} hittade den inte. Vi letar efter ett annat sätt.</translation>
    </message>
    <message>
        <source>{what}: {place} could not find all of it. The customer decides what happens.</source>
        <translation>{what}: {place} hittade inte allt. Kunden bestämmer vad som händer.</translation>
    </message>
    <message>
        <source>{what}: on its way to {place}.</source>
        <translation>{what}: på väg till {place}.</translation>
    </message>
    <message>
        <source>{what}: sent to the customer&apos;s home.</source>
        <translation>{what}: skickas hem till kunden.</translation>
    </message>
    <message>
        <source>{what}: cancelled.</source>
        <translation>{what}: avbokad.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppen</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Inte påbörjad</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Påbörjad</translation>
    </message>
    <message>
        <source>Being picked</source>
        <translation>Plockas</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>Framställd</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Utlämnad</translation>
    </message>
    <message>
        <source>Partly collected</source>
        <translation>Delvis hämtad</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Inte hämtad</translation>
    </message>
    <message>
        <source>Back in stock</source>
        <translation>Tillbaka i lager</translation>
    </message>
    <message>
        <source>Not possible here</source>
        <translation>Går inte här</translation>
    </message>
    <message>
        <source>Customer decides</source>
        <translation>Kunden avgör</translation>
    </message>
    <message>
        <source>Sent by another place</source>
        <translation>Skickas från annat ställe</translation>
    </message>
    <message>
        <source>Sent home</source>
        <translation>Skickas hem</translation>
    </message>
    <message>
        <source>In another store</source>
        <translation>I en annan butik</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Avbeställd</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>På väg</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Framme</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Returnerad</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Obetald</translation>
    </message>
    <message>
        <source>Card reserved</source>
        <translation>Reserverat på kort</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Betald</translation>
    </message>
    <message>
        <source>Part paid</source>
        <translation>Delbetald</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>På faktura</translation>
    </message>
    <message>
        <source>Payment on hold</source>
        <translation>Betalning spärrad</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>Återbetalning begärd</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Återbetald</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Beställd</translation>
    </message>
    <message>
        <source>Ordered from a quote</source>
        <translation>Beställd från en offert</translation>
    </message>
    <message>
        <source>Ready to collect</source>
        <translation>Klar att hämta</translation>
    </message>
    <message>
        <source>Handover taken back</source>
        <translation>Utlämning ångrad</translation>
    </message>
    <message>
        <source>Goods returned</source>
        <translation>Varor returnerade</translation>
    </message>
    <message>
        <source>Returned goods looked at</source>
        <translation>Returvaror kontrollerade</translation>
    </message>
    <message>
        <source>Customer asked</source>
        <translation>Kunden frågade</translation>
    </message>
    <message>
        <source>Last day moved</source>
        <translation>Sista dag flyttad</translation>
    </message>
    <message>
        <source>Somebody else collects</source>
        <translation>Någon annan hämtar</translation>
    </message>
    <message>
        <source>Caller checked</source>
        <translation>Den som ringer kontrollerad</translation>
    </message>
    <message>
        <source>Store asked</source>
        <translation>Butik tillfrågad</translation>
    </message>
    <message>
        <source>Store answered</source>
        <translation>Butiken svarade</translation>
    </message>
    <message>
        <source>Change asked for</source>
        <translation>Ändring begärd</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Order ändrad</translation>
    </message>
    <message>
        <source>Change refused</source>
        <translation>Ändring avslagen</translation>
    </message>
    <message>
        <source>Customer&apos;s decision passed on</source>
        <translation>Kundens beslut lämnat vidare</translation>
    </message>
    <message>
        <source>Customer&apos;s decision carried out</source>
        <translation>Kundens beslut genomfört</translation>
    </message>
    <message>
        <source>Customer&apos;s decision not possible</source>
        <translation>Kundens beslut gick inte</translation>
    </message>
    <message>
        <source>Moved to another place</source>
        <translation>Flyttad till annat ställe</translation>
    </message>
    <message>
        <source>Sent to the customer</source>
        <translation>Skickat till kunden</translation>
    </message>
    <message>
        <source>Moved to another store</source>
        <translation>Flyttad till annan butik</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Annan adress</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Avboka ordern</translation>
    </message>
    <message>
        <source>Cancel a line</source>
        <translation>Avboka en rad</translation>
    </message>
    <message>
        <source>Note to the store</source>
        <translation>Meddelande till butiken</translation>
    </message>
    <message>
        <source>Another collector</source>
        <translation>Annan hämtare</translation>
    </message>
    <message>
        <source>Collect in another store</source>
        <translation>Hämta i en annan butik</translation>
    </message>
    <message>
        <source>Send it home</source>
        <translation>Skicka hem</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Begärt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Avslaget</translation>
    </message>
    <message>
        <source>Somebody else changed it first; what counts now stands above.</source>
        <translation>Någon annan ändrade det först; det som gäller nu står ovan.</translation>
    </message>
    <message>
        <source>The goods had left before.</source>
        <translation>Varorna hade redan lämnat.</translation>
    </message>
    <message>
        <source>The store has packed the goods already.</source>
        <translation>Butiken har redan packat varorna.</translation>
    </message>
    <message>
        <source>The order was over before.</source>
        <translation>Ordern var redan avslutad.</translation>
    </message>
    <message>
        <source>Not enough is free there.</source>
        <translation>Det finns inte nog ledigt där.</translation>
    </message>
    <message>
        <source>Are the goods there?</source>
        <translation>Finns varorna där?</translation>
    </message>
    <message>
        <source>When will it be ready?</source>
        <translation>När blir det klart?</translation>
    </message>
    <message>
        <source>What condition are they in?</source>
        <translation>I vilket skick är de?</translation>
    </message>
    <message>
        <source>Can it wait a little longer?</source>
        <translation>Kan det vänta lite till?</translation>
    </message>
    <message>
        <source>Another question</source>
        <translation>En annan fråga</translation>
    </message>
    <message>
        <source>The goods are here</source>
        <translation>Varorna finns här</translation>
    </message>
    <message>
        <source>Ready today</source>
        <translation>Klart i dag</translation>
    </message>
    <message>
        <source>Ready tomorrow</source>
        <translation>Klart i morgon</translation>
    </message>
    <message>
        <source>The goods are not here</source>
        <translation>Varorna finns inte här</translation>
    </message>
    <message>
        <source>A change</source>
        <translation>En ändring</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>the store</source>
        <translation>butiken</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Annat</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Okänd</translation>
    </message>
    <message>
        <source>The order was changed</source>
        <translation>Ordern ändrades</translation>
    </message>
    <message>
        <source>Goods reserved to be sent</source>
        <translation>Varor reserverade för att skickas</translation>
    </message>
    <message>
        <source>The last day has passed</source>
        <translation>Sista dagen har passerat</translation>
    </message>
    <message>
        <source>Not collected, let go</source>
        <translation>Ej hämtad, släppt</translation>
    </message>
    <message>
        <source>Goods put back on the shelf</source>
        <translation>Varor tillbaka på hyllan</translation>
    </message>
    <message>
        <source>Goods have arrived at the store</source>
        <translation>Varorna har kommit till butiken</translation>
    </message>
    <message>
        <source>Another store asked for</source>
        <translation>Annan butik begärd</translation>
    </message>
    <message>
        <source>Another store takes it over</source>
        <translation>En annan butik tar över</translation>
    </message>
    <message>
        <source>Another collector asked for</source>
        <translation>Annan hämtare begärd</translation>
    </message>
    <message>
        <source>Collector was changed elsewhere</source>
        <translation>Hämtaren ändrades på annat håll</translation>
    </message>
    <message>
        <source>An item was swapped</source>
        <translation>En vara byttes</translation>
    </message>
    <message>
        <source>Made ready without item checks</source>
        <translation>Klar utan kontroll av varor</translation>
    </message>
    <message>
        <source>Exchanged at the handover</source>
        <translation>Bytt vid utlämningen</translation>
    </message>
    <message>
        <source>Passed on at a change of shift</source>
        <translation>Lämnades över vid skiftbyte</translation>
    </message>
    <message>
        <source>Work on it given back</source>
        <translation>Arbetet lämnades tillbaka</translation>
    </message>
    <message>
        <source>Parcel not seen at closing</source>
        <translation>Kolli syntes inte vid stängning</translation>
    </message>
    <message>
        <source>Parcel found at closing</source>
        <translation>Kolli hittades vid stängning</translation>
    </message>
    <message>
        <source>Mail sent to the customer</source>
        <translation>Mejl skickat till kunden</translation>
    </message>
    <message>
        <source>Mail not sent: no longer true</source>
        <translation>Mejlet skickades inte: stämmer inte längre</translation>
    </message>
    <message>
        <source>Mail: nobody knows whether it went out</source>
        <translation>Mejl: ingen vet om det gick i väg</translation>
    </message>
    <message>
        <source>Mail could not be sent</source>
        <translation>Mejlet kunde inte skickas</translation>
    </message>
    <message>
        <source>The channel did not take it</source>
        <translation>Kanalen tog inte emot det</translation>
    </message>
    <message>
        <source>Came in from the channel</source>
        <translation>Kom in från kanalen</translation>
    </message>
    <message>
        <source>Changed online</source>
        <translation>Ändrad på nätet</translation>
    </message>
    <message>
        <source>Cancelled online</source>
        <translation>Avbeställd på nätet</translation>
    </message>
    <message>
        <source>Payment changed</source>
        <translation>Betalningen ändrad</translation>
    </message>
    <message>
        <source>Given to a place</source>
        <translation>Tilldelad en plats</translation>
    </message>
    <message>
        <source>Waits for a place that can do it</source>
        <translation>Väntar på en plats som kan ta den</translation>
    </message>
    <message>
        <source>Given to another place</source>
        <translation>Tilldelad en annan plats</translation>
    </message>
    <message>
        <source>Another place is to bring the goods</source>
        <translation>En annan plats ska skicka varorna hit</translation>
    </message>
    <message>
        <source>Another place does not bring all of it</source>
        <translation>Den andra platsen skickar inte allt</translation>
    </message>
    <message>
        <source>A part of it is not possible there</source>
        <translation>En del går inte att ordna där</translation>
    </message>
</context>
<context>
    <name>OrdersControl</name>
    <message>
        <source>Ask central</source>
        <translation>Fråga centralen</translation>
    </message>
    <message>
        <source>The answer is copied.</source>
        <translation>Svaret är kopierat.</translation>
    </message>
</context>
<context>
    <name>OrdersScreen</name>
    <message>
        <source>Orders found</source>
        <translation>Hittade ordrar</translation>
    </message>
    <message>
        <source>Ask central</source>
        <translation>Fråga centralen</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n ordrar</numerusform>
        </translation>
    </message>
    <message>
        <source>for “{text}”</source>
        <translation>för ”{text}”</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Sök en order</translation>
    </message>
    <message>
        <source>Type a part of its number, a phone number, a name or an e-mail.</source>
        <translation>Skriv en del av numret, ett telefonnummer, ett namn eller en e-postadress.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>This order is not on this desk</source>
        <translation>Ordern finns inte på den här disken</translation>
    </message>
    <message>
        <source>It comes with the next update. Search again when the line is back.</source>
        <translation>Den kommer med nästa uppdatering. Sök igen när linjen är tillbaka.</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Sök igen</translation>
    </message>
    <message>
        <source>This takes a second or two.</source>
        <translation>Det tar en sekund eller två.</translation>
    </message>
</context>
<context>
    <name>OwnLineSheet</name>
    <message>
        <source>Own line</source>
        <translation>Egen rad</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Leverans</translation>
    </message>
    <message>
        <source>Add the line</source>
        <translation>Lägg till raden</translation>
    </message>
    <message>
        <source>Change the line</source>
        <translation>Ändra raden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Write what it is, how many, and a price each.</source>
        <translation>Skriv vad det är, hur många och ett pris per styck.</translation>
    </message>
    <message>
        <source>A line of your own</source>
        <translation>En egen rad</translation>
    </message>
    <message>
        <source>Price each without VAT, {currency}</source>
        <translation>Pris per styck utan moms, {currency}</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hur många</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Vad det är</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Moms</translation>
    </message>
    <message>
        <source>The price is 0. Press Enter or F9 again if it is free of charge.</source>
        <translation>Priset är 0. Tryck Enter eller F9 igen om raden är utan kostnad.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Kommandon</translation>
    </message>
    <message>
        <source>Type a command, an order or an article</source>
        <translation>Skriv ett kommando, en order eller en vara</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>välj</translation>
    </message>
    <message>
        <source>do</source>
        <translation>gör</translation>
    </message>
    <message>
        <source>Nothing is called “{text}”.</source>
        <translation>Inget heter ”{text}”.</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gå till</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Pickup slip</source>
        <translation>Upphämtningskvitto</translation>
    </message>
    <message>
        <source>Parcel label</source>
        <translation>Kollietikett</translation>
    </message>
    <message>
        <source>Pick list, quote</source>
        <translation>Plocklista, offert</translation>
    </message>
    <message>
        <source>Slip on a sheet</source>
        <translation>Kvitto på ark</translation>
    </message>
</context>
<context>
    <name>ParcelChoice</name>
    <message>
        <source>opened now</source>
        <translation>öppnad nu</translation>
    </message>
    <message>
        <source>the same customer, also ready</source>
        <translation>samma kund, också klar</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Order {number}</translation>
    </message>
    <message>
        <source>Goes out</source>
        <translation>Går ut</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Skannat</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Stannar</translation>
    </message>
    <message>
        <source>Parcel {number} of {total}</source>
        <translation>Paket {number} av {total}</translation>
    </message>
    <message>
        <source>Leave here</source>
        <translation>Lämna kvar</translation>
    </message>
    <message>
        <source>{parcel} stays here</source>
        <translation>{parcel} stannar här</translation>
    </message>
</context>
<context>
    <name>Performing</name>
    <message>
        <source>Saved on this desk, safety copy missing: look at the disk. Nothing is lost.</source>
        <translation>Sparat här, säkerhetskopian saknas: titta på disken. Inget är förlorat.</translation>
    </message>
    <message>
        <source>Saved on this desk. Goes out when the line is back.</source>
        <translation>Sparat här. Skickas när nätet är tillbaka.</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Add person</source>
        <translation>Lägg till person</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Inköpare</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Godkännare</translation>
    </message>
    <message>
        <source>May collect</source>
        <translation>Får hämta</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Fakturor</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>empty: any sum</source>
        <translation>tomt: valfri summa</translation>
    </message>
    <message>
        <source>May order for, {currency}</source>
        <translation>Får beställa för, {currency}</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Write the name first.</source>
        <translation>Skriv namnet först.</translation>
    </message>
    <message>
        <source>The sum is not a number. Write it like 50 000, or leave it empty.</source>
        <translation>Summan är inget tal. Skriv den som 50 000, eller lämna tomt.</translation>
    </message>
</context>
<context>
    <name>PickDeeds</name>
    <message>
        <source>All of this item are picked.</source>
        <translation>Alla av den här varan är plockade.</translation>
    </message>
    <message>
        <source>Nothing of this item is in your hands.</source>
        <translation>Du har inget av den här varan i händerna.</translation>
    </message>
</context>
<context>
    <name>PickupMovesControl</name>
    <message>
        <source>It is handed over or over already, and moves no more.</source>
        <translation>Den är utlämnad eller avslutad och flyttas inte mer.</translation>
    </message>
    <message>
        <source>It is over already: nobody collects it any more.</source>
        <translation>Den är avslutad: ingen hämtar den längre.</translation>
    </message>
    <message>
        <source>Asked for. Central decides about the other store.</source>
        <translation>Begärt. Centralen avgör om den andra butiken.</translation>
    </message>
    <message>
        <source>Asked for. Central decides about the name.</source>
        <translation>Begärt. Centralen avgör om namnet.</translation>
    </message>
</context>
<context>
    <name>Pickups</name>
    <message>
        <source>{name} works on it. Take it over first.</source>
        <translation>{name} arbetar med den. Ta över den först.</translation>
    </message>
    <message>
        <source>Every item is picked or reported.</source>
        <translation>Varje vara är plockad eller anmäld.</translation>
    </message>
    <message>
        <source>Somebody has started already.</source>
        <translation>Någon har redan börjat.</translation>
    </message>
    <message>
        <source>Nobody has started it.</source>
        <translation>Ingen har börjat på den.</translation>
    </message>
    <message>
        <source>Put the picked items back first.</source>
        <translation>Lägg först tillbaka det plockade.</translation>
    </message>
    <message>
        <source>Pick the items first.</source>
        <translation>Plocka varorna först.</translation>
    </message>
    <message>
        <source>Nothing picked waits for a bin.</source>
        <translation>Inget plockat väntar på ett fack.</translation>
    </message>
    <message>
        <source>Scan the bin first.</source>
        <translation>Skanna facket först.</translation>
    </message>
    <message>
        <source>It stands on the pickup shelf.</source>
        <translation>Den står på hämthyllan.</translation>
    </message>
    <message>
        <source>It is ready already.</source>
        <translation>Den är redan klar.</translation>
    </message>
    <message>
        <source>It has been handed over.</source>
        <translation>Den är utlämnad.</translation>
    </message>
    <message>
        <source>The goods are on their way to this store.</source>
        <translation>Varorna är på väg hit.</translation>
    </message>
    <message>
        <source>The goods have arrived and are not unpacked yet.</source>
        <translation>Varorna har kommit men är inte uppackade än.</translation>
    </message>
    <message>
        <source>The order is cancelled.</source>
        <translation>Ordern är avbruten.</translation>
    </message>
    <message>
        <source>Nothing of it could be found here.</source>
        <translation>Inget av den hittades här.</translation>
    </message>
    <message>
        <source>The customer decides what happens.</source>
        <translation>Kunden bestämmer vad som händer.</translation>
    </message>
    <message>
        <source>The goods are back in stock.</source>
        <translation>Varorna är tillbaka i lager.</translation>
    </message>
    <message>
        <source>Another place sends it.</source>
        <translation>Ett annat ställe skickar den.</translation>
    </message>
    <message>
        <source>It is sent to the customer&apos;s home.</source>
        <translation>Den skickas hem till kunden.</translation>
    </message>
    <message>
        <source>It is collected in another store.</source>
        <translation>Den hämtas i en annan butik.</translation>
    </message>
    <message>
        <source>It has to be paid at the till first.</source>
        <translation>Den måste först betalas i kassan.</translation>
    </message>
    <message>
        <source>The card payment is no longer valid. Take payment at the till.</source>
        <translation>Kortbetalningen gäller inte längre. Ta betalt i kassan.</translation>
    </message>
    <message>
        <source>The payment is on hold. Customer service can release it.</source>
        <translation>Betalningen är spärrad. Kundtjänst kan släppa den.</translation>
    </message>
    <message>
        <source>The money has been paid back or asked for.</source>
        <translation>Pengarna är återbetalda eller begärda.</translation>
    </message>
    <message>
        <source>The payment is not known on this desk yet.</source>
        <translation>Betalningen är inte känd här än.</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Ej påbörjad</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Påbörjad</translation>
    </message>
    <message>
        <source>Staged {bins}</source>
        <translation>Ställd {bins}</translation>
    </message>
    <message>
        <source>Ready {bins}</source>
        <translation>Klar {bins}</translation>
    </message>
    <message>
        <source>Partly collected</source>
        <translation>Delvis hämtad</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Ej hämtad</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>På väg</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Framme</translation>
    </message>
    <message>
        <source>Not possible here</source>
        <translation>Går inte här</translation>
    </message>
    <message>
        <source>Customer decides</source>
        <translation>Kunden väljer</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Utlämnad</translation>
    </message>
    <message>
        <source>Back in stock</source>
        <translation>Åter i lager</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Avbruten</translation>
    </message>
    <message>
        <source>Sent by another place</source>
        <translation>Skickas av annan</translation>
    </message>
    <message>
        <source>Sent home</source>
        <translation>Skickas hem</translation>
    </message>
    <message>
        <source>In another store</source>
        <translation>I annan butik</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Tagen</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>Plockas</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Plockad</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>Ställd</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>by code</source>
        <translation>med kod</translation>
    </message>
    <message>
        <source>ID seen</source>
        <translation>Legitimation</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>med namn</translation>
    </message>
    <message>
        <source>from the label</source>
        <translation>från etiketten</translation>
    </message>
    <message>
        <source>Pick or report 1 item first.</source>
        <translation>Plocka eller anmäl 1 vara först.</translation>
    </message>
    <message>
        <source>Pick or report {count} items first.</source>
        <translation>Plocka eller anmäl {count} varor först.</translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation>Går inte nu.</translation>
    </message>
    <message>
        <source>Late {time}</source>
        <translation>{time} sen</translation>
    </message>
    <message>
        <source>{time} · {left}</source>
        <translation>{time} · {left}</translation>
    </message>
    <message>
        <source>Last day today, {time}</source>
        <translation>Sista dag i dag, {time}</translation>
    </message>
    <message>
        <source>Last day was {day}</source>
        <translation>Sista dag var {day}</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>Till {day}</translation>
    </message>
    <message>
        <source>%n min</source>
        <translation>%n min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{picked} of {pieces}</source>
        <translation>{picked} av {pieces}</translation>
    </message>
    <message>
        <source>{number} missing</source>
        <translation>{number} saknas</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Utlämnad</translation>
    </message>
    <message>
        <source>Pick later</source>
        <translation>Plocka senare</translation>
    </message>
    <message>
        <source>To pick</source>
        <translation>Att plocka</translation>
    </message>
    <message>
        <source>{items}, for {time}</source>
        <translation>{items}, sedan {time}</translation>
    </message>
    <message>
        <source>On its way {time}</source>
        <translation>På väg {time}</translation>
    </message>
</context>
<context>
    <name>PickupsControl</name>
    <message>
        <source>Marked ready.</source>
        <translation>Markerad klar.</translation>
    </message>
    <message>
        <source>Staged.</source>
        <translation>Ställd.</translation>
    </message>
    <message>
        <source>The handover is taken back.</source>
        <translation>Utlämningen är ångrad.</translation>
    </message>
    <message>
        <source>Noted as missing.</source>
        <translation>Antecknad som saknad.</translation>
    </message>
    <message>
        <source>On its way to the printer: {number}</source>
        <translation>På väg till skrivaren: {number}</translation>
    </message>
    <message>
        <source>Handed over more than 15 minutes ago: a supervisor takes it back with you.</source>
        <translation>Utlämnat för mer än 15 minuter sedan: en arbetsledare tar tillbaka det med dig.</translation>
    </message>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>Arbetsledarens PIN</translation>
    </message>
    <message>
        <source>Received. Put it in a bin.</source>
        <translation>Mottaget. Lägg i ett hyllfack.</translation>
    </message>
    <message>
        <source>Swapped. Pick the other item.</source>
        <translation>Bytt. Plocka den andra varan.</translation>
    </message>
</context>
<context>
    <name>PickupsScreen</name>
    <message>
        <source>Several parcels …</source>
        <translation>Flera paket …</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Släpp</translation>
    </message>
    <message>
        <source>Changed by {who}: bin {old} → {new}</source>
        <translation>Ändrad av {who}: fack {old} → {new}</translation>
    </message>
    <message>
        <source>Changed by {who}: {old} → {new}</source>
        <translation>Ändrad av {who}: {old} → {new}</translation>
    </message>
    <message>
        <source>Changed by {who}</source>
        <translation>Ändrad av {who}</translation>
    </message>
    <message>
        <source>To another store …</source>
        <translation>Till annan butik …</translation>
    </message>
    <message>
        <source>Somebody else collects …</source>
        <translation>Någon annan hämtar …</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN, digits are not shown</source>
        <translation>PIN, siffrorna visas inte</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Radera</translation>
    </message>
    <message>
        <source>Check the PIN</source>
        <translation>Kontrollera PIN</translation>
    </message>
</context>
<context>
    <name>PlaceBars</name>
    <message>
        <source>Orders done by</source>
        <translation>Order tas av</translation>
    </message>
    <message numerus="yes">
        <source>%n other places</source>
        <translation>
            <numerusform>%n annan plats</numerusform>
            <numerusform>%n andra platser</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceHead</name>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Över disk</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>Last till sale</source>
        <translation>Sista köp</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Choose a place</source>
        <translation>Välj en plats</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Utelämna</translation>
    </message>
    <message>
        <source>{place} is here</source>
        <translation>{place} är här</translation>
    </message>
</context>
<context>
    <name>PlacesPane</name>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>which is which</source>
        <translation>vilken är vilken</translation>
    </message>
    <message>
        <source>The shop’s places come with the check.</source>
        <translation>Butikens platser kommer med kontrollen.</translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%n att välja</numerusform>
            <numerusform>%n att välja</numerusform>
        </translation>
    </message>
    <message>
        <source>all chosen</source>
        <translation>alla valda</translation>
    </message>
</context>
<context>
    <name>PlatformList</name>
    <message>
        <source>Platforms</source>
        <translation>Plattformar</translation>
    </message>
</context>
<context>
    <name>PlatformPane</name>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>press 1–{last}</source>
        <translation>tryck 1–{last}</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Invented customers. Nothing leaves this desk. Sign in as {name} with PIN {pin}.</source>
        <translation>Påhittade kunder. Inget lämnar den här arbetsplatsen. Logga in som {name} med PIN {pin}.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Övning</translation>
    </message>
    <message>
        <source>invented customers, nothing is sent</source>
        <translation>påhittade kunder, inget skickas</translation>
    </message>
    <message>
        <source>Practice opens in a window of its own in a few seconds.</source>
        <translation>Övningen öppnas i ett eget fönster om några sekunder.</translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>paper is out</source>
        <translation>papperet är slut</translation>
    </message>
    <message>
        <source>its cover is open</source>
        <translation>luckan är öppen</translation>
    </message>
    <message>
        <source>the printer reports a fault</source>
        <translation>skrivaren anger ett fel</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>skrivaren svarar inte</translation>
    </message>
    <message>
        <source>the printer is offline</source>
        <translation>skrivaren är avstängd</translation>
    </message>
    <message>
        <source>the printer refused it</source>
        <translation>skrivaren nekade</translation>
    </message>
    <message>
        <source>the printer is not found</source>
        <translation>skrivaren hittas inte</translation>
    </message>
    <message>
        <source>the printer did not say that it was done</source>
        <translation>skrivaren sa inte att den blev klar</translation>
    </message>
    <message>
        <source>no printer is set up</source>
        <translation>ingen skrivare är inställd</translation>
    </message>
    <message>
        <source>its folder cannot be written</source>
        <translation>det går inte att skriva i dess mapp</translation>
    </message>
    <message>
        <source>this machine has no print system</source>
        <translation>datorn saknar utskriftssystem</translation>
    </message>
</context>
<context>
    <name>PrintersPanel</name>
    <message>
        <source>Printers</source>
        <translation>Skrivare</translation>
    </message>
    <message>
        <source>one per document</source>
        <translation>en per dokument</translation>
    </message>
    <message>
        <source>Printer for {paper}</source>
        <translation>Skrivare för {paper}</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testa</translation>
    </message>
    <message>
        <source>Test of {paper}</source>
        <translation>Testa {paper}</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>Report</source>
        <translation>Anmäl</translation>
    </message>
    <message>
        <source>That is the article on the order. Scan the one you found.</source>
        <translation>Det är varan på ordern. Skanna den du hittade.</translation>
    </message>
    <message>
        <source>One less missing</source>
        <translation>En färre saknas</translation>
    </message>
    <message>
        <source>One more missing</source>
        <translation>En till saknas</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Vad har hänt?</translation>
    </message>
    <message>
        <source>Scan the article you found instead.</source>
        <translation>Skanna varan du hittade i stället.</translation>
    </message>
    <message>
        <source>Write what happened.</source>
        <translation>Skriv vad som har hänt.</translation>
    </message>
    <message>
        <source>This looks like a personal number. StoreDesk keeps none: take it out.</source>
        <translation>Det liknar ett personnummer. StoreDesk sparar inga: ta bort det.</translation>
    </message>
    <message>
        <source>{number} missing. What happened?</source>
        <translation>{number} saknas. Vad har hänt?</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Hittas inte</translation>
    </message>
    <message>
        <source>shelf set to {left}, counted later</source>
        <translation>hyllan sätts till {left}, räknas senare</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Skadad</translation>
    </message>
    <message>
        <source>moves {number} to damaged</source>
        <translation>{number} till skadat</translation>
    </message>
    <message>
        <source>Wrong label</source>
        <translation>Fel etikett</translation>
    </message>
    <message>
        <source>scan what you found</source>
        <translation>skanna det du hittade</translation>
    </message>
    <message>
        <source>Display item</source>
        <translation>Visningsvara</translation>
    </message>
    <message>
        <source>moves {number} to display</source>
        <translation>{number} till visning</translation>
    </message>
    <message>
        <source>Pick later</source>
        <translation>Plocka senare</translation>
    </message>
    <message>
        <source>no stock change</source>
        <translation>ingen ändring i lagret</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Något annat</translation>
    </message>
    <message>
        <source>no stock change, a few words</source>
        <translation>ingen ändring i lagret, några ord</translation>
    </message>
    <message>
        <source>Say first whether it is not found, damaged or on display.</source>
        <translation>Säg först om den inte hittas, är skadad eller visningsexemplar.</translation>
    </message>
    <message>
        <source>So many of it are not free here. Lower the number.</source>
        <translation>Så många är inte lediga här. Minska antalet.</translation>
    </message>
    <message>
        <source>Press 1–8, then Enter</source>
        <translation>Tryck 1–8, sedan Enter</translation>
    </message>
    <message>
        <source>Too busy</source>
        <translation>För mycket att göra</translation>
    </message>
    <message>
        <source>no stock change, sent elsewhere</source>
        <translation>lager oförändrat, skickas vidare</translation>
    </message>
    <message>
        <source>Avoid a split</source>
        <translation>Undvik delning</translation>
    </message>
</context>
<context>
    <name>ProofPane</name>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>ID seen</source>
        <translation>Legitimation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>The code stands in the customer’s message.</source>
        <translation>Koden står i kundens meddelande.</translation>
    </message>
    <message>
        <source>Name matches</source>
        <translation>Namnet stämmer</translation>
    </message>
    <message>
        <source>Too many wrong codes: check an ID instead.</source>
        <translation>För många fel koder: kontrollera legitimation i stället.</translation>
    </message>
    <message>
        <source>Enter the code, or check an ID.</source>
        <translation>Ange koden eller kontrollera legitimation.</translation>
    </message>
    <message>
        <source>Choose the kind of ID you saw.</source>
        <translation>Välj vilken legitimation du såg.</translation>
    </message>
    <message>
        <source>Tick that the name on the ID matches.</source>
        <translation>Bocka för att namnet på legitimationen stämmer.</translation>
    </message>
    <message>
        <source>Somebody else with the same name has an order here: ask for the code or an ID.</source>
        <translation>Någon annan med samma namn har en order här: be om koden eller legitimation.</translation>
    </message>
    <message>
        <source>This looks like a personal number. StoreDesk keeps none: take it out.</source>
        <translation>Det liknar ett personnummer. StoreDesk sparar inga: ta bort det.</translation>
    </message>
    <message>
        <source>Write why the name is enough.</source>
        <translation>Skriv varför namnet räcker.</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>Körkort</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>ID-kort</translation>
    </message>
    <message>
        <source>Other ID</source>
        <translation>Annat ID</translation>
    </message>
    <message>
        <source>For instance: known regular, order on the phone</source>
        <translation>Till exempel: känd stamkund, order i telefonen</translation>
    </message>
    <message>
        <source>Why the name is enough</source>
        <translation>Varför namnet räcker</translation>
    </message>
    <message>
        <source>Only the kind of ID is kept. No number, no copy.</source>
        <translation>Bara typen av legitimation sparas. Inget nummer, ingen kopia.</translation>
    </message>
    <message>
        <source>Two people here have this name</source>
        <translation>Två personer här har det namnet</translation>
    </message>
    <message>
        <source>Ask for the code or an ID.</source>
        <translation>Be om koden eller legitimation.</translation>
    </message>
    <message>
        <source>It is logged with your name.</source>
        <translation>Det loggas med ditt namn.</translation>
    </message>
    <message>
        <source>Check by</source>
        <translation>Kontrollera med</translation>
    </message>
    <message>
        <source>Code is correct</source>
        <translation>Koden är rätt</translation>
    </message>
    <message>
        <source>Checked on this desk, works offline</source>
        <translation>Kontrollerad här, fungerar utan nät</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left. Check by ID instead?</source>
        <translation>
            <numerusform>%n försök kvar. Legitimation i stället?</numerusform>
            <numerusform>%n försök kvar. Legitimation i stället?</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not the code for this order.</source>
        <translation>Det är inte koden för den här ordern.</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>För många fel koder</translation>
    </message>
    <message>
        <source>The right customer can still show an ID.</source>
        <translation>Rätt kund kan fortfarande visa legitimation.</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Pickups</source>
        <translation>Hämtning</translation>
    </message>
    <message>
        <source>Soonest promise</source>
        <translation>Tidigast löfte</translation>
    </message>
    <message>
        <source>Opening the queue</source>
        <translation>Öppnar kön</translation>
    </message>
    <message>
        <source>Closed · opens {time}</source>
        <translation>Stängt · öppnar {time}</translation>
    </message>
    <message>
        <source>The queue cannot be read</source>
        <translation>Kön går inte att läsa</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Nothing to pick</source>
        <translation>Inget att plocka</translation>
    </message>
    <message>
        <source>New orders show up here by themselves.</source>
        <translation>Nya order dyker upp här av sig själva.</translation>
    </message>
    <message>
        <source>The pickup shelf is empty</source>
        <translation>Hämthyllan är tom</translation>
    </message>
    <message>
        <source>What is made ready waits here.</source>
        <translation>Det som är klart väntar här.</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>Inget är på väg</translation>
    </message>
    <message>
        <source>Goods sent to this store show up here.</source>
        <translation>Varor som skickas hit visas här.</translation>
    </message>
    <message>
        <source>No customer has to decide</source>
        <translation>Ingen kund behöver välja</translation>
    </message>
    <message>
        <source>Everything could be found so far.</source>
        <translation>Allt har hittats hittills.</translation>
    </message>
    <message>
        <source>Nothing ended lately</source>
        <translation>Inget avslutat på sistone</translation>
    </message>
    <message>
        <source>Handed over and cancelled pickups stand here.</source>
        <translation>Utlämnade och avbrutna hämtningar står här.</translation>
    </message>
    <message>
        <source>See ready orders</source>
        <translation>Visa klara order</translation>
    </message>
    <message>
        <source>To pick</source>
        <translation>Att plocka</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klara</translation>
    </message>
    <message>
        <source>Arriving</source>
        <translation>På väg in</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kund</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Avslutade</translation>
    </message>
    <message>
        <source>Last day first</source>
        <translation>Sista dag först</translation>
    </message>
    <message>
        <source>Nothing waits too long</source>
        <translation>Inget väntar för länge</translation>
    </message>
    <message>
        <source>Goods near their last day show up here.</source>
        <translation>Varor nära sista dagen visas här.</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Ej hämtade</translation>
    </message>
</context>
<context>
    <name>QuoteBlocks</name>
    <message>
        <source>Ask online</source>
        <translation>Fråga online</translation>
    </message>
    <message>
        <source>Take new prices</source>
        <translation>Ta nya priser</translation>
    </message>
    <message>
        <source>Keep the old</source>
        <translation>Behåll de gamla</translation>
    </message>
    <message>
        <source>A change of price, quantity or discount asks again.</source>
        <translation>Ändras pris, antal eller rabatt frågas det på nytt.</translation>
    </message>
    <message>
        <source>Lower to {rate}</source>
        <translation>Sänk till {rate}</translation>
    </message>
    <message>
        <source>The approval waits for: {roles}.</source>
        <translation>Godkännandet väntar på: {roles}.</translation>
    </message>
</context>
<context>
    <name>QuoteDetail</name>
    <message>
        <source>Issue</source>
        <translation>Utfärda</translation>
    </message>
    <message>
        <source>Ask approval</source>
        <translation>Be om godkännande</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>Inget nummer ännu</translation>
    </message>
    <message>
        <source>{state}, version {number}</source>
        <translation>{state}, version {number}</translation>
    </message>
    <message>
        <source>Ask for the order</source>
        <translation>Begär order</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Ny version</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>Ska bekräftas</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>Scan an item, or type a name, SKU or own line</source>
        <translation>Skanna en vara, eller skriv namn, artikelnummer eller egen rad</translation>
    </message>
    <message>
        <source>All prices without VAT, {currency}</source>
        <translation>Alla priser utan moms, {currency}</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Ny offert</translation>
    </message>
    <message>
        <source>Saved on this desk {time}</source>
        <translation>Sparad på den här arbetsplatsen {time}</translation>
    </message>
    <message>
        <source>Approve here</source>
        <translation>Godkänn här</translation>
    </message>
    <message>
        <source>Old prices: indicative</source>
        <translation>Gamla priser: vägledande</translation>
    </message>
    <message>
        <source>Prices as of {time}</source>
        <translation>Priser från {time}</translation>
    </message>
    <message>
        <source>All quotes</source>
        <translation>Alla offerter</translation>
    </message>
</context>
<context>
    <name>QuoteEditing</name>
    <message>
        <source>A quote has at most 60 lines. Start another one for the rest.</source>
        <translation>En offert har högst 60 rader. Börja en till för resten.</translation>
    </message>
    <message>
        <source>Own line “{text}”</source>
        <translation>Egen rad ”{text}”</translation>
    </message>
    <message>
        <source>a text and a price of your own</source>
        <translation>egen text och eget pris</translation>
    </message>
    <message>
        <source>“{text}” is no quantity of {unit}; it stays as it was. Press Del to take the line out.</source>
        <translation>”{text}” är inget antal i {unit}; det blir som det var. Tryck Del för att ta bort raden.</translation>
    </message>
    <message>
        <source>“{text}” is no discount from 0 to 100 %; it stays as it was.</source>
        <translation>”{text}” är ingen rabatt från 0 till 100 %; den blir som den var.</translation>
    </message>
    <message>
        <source>Taken out: {name}</source>
        <translation>Borttagen: {name}</translation>
    </message>
    <message>
        <source>Open the quote first, while it is a draft.</source>
        <translation>Öppna offerten först, medan den är ett utkast.</translation>
    </message>
    <message>
        <source>Open a draft first: this quote cannot be changed.</source>
        <translation>Öppna ett utkast först: den här offerten kan inte ändras.</translation>
    </message>
</context>
<context>
    <name>QuoteHead</name>
    <message>
        <source>Company or buyer: type a part of the name</source>
        <translation>Företag eller köpare: skriv en del av namnet</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>No company here has “{text}” in its name.</source>
        <translation>Inget företag här har ”{text}” i namnet.</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>Vem är den till?</translation>
    </message>
    <message>
        <source>PO number</source>
        <translation>Ordernummer hos kund</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gäller till</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Leverans</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>day or number of days</source>
        <translation>dag eller antal dagar</translation>
    </message>
    <message>
        <source>Collected here</source>
        <translation>Hämtas här</translation>
    </message>
    <message>
        <source>Sent to {name}, {country}</source>
        <translation>Skickas till {name}, {country}</translation>
    </message>
    <message>
        <source>Customer {number}</source>
        <translation>Kund {number}</translation>
    </message>
    <message>
        <source>{days} days net</source>
        <translation>{days} dagar netto</translation>
    </message>
    <message>
        <source>sent to {place}</source>
        <translation>skickas till {place}</translation>
    </message>
    <message>
        <source>collected here</source>
        <translation>hämtas här</translation>
    </message>
    <message>
        <source>PO {number}</source>
        <translation>Order {number}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>gäller till {day}</translation>
    </message>
    <message>
        <source>buyer {name}</source>
        <translation>köpare {name}</translation>
    </message>
    <message>
        <source>buyer {name}, may order to {limit}</source>
        <translation>köpare {name}, får beställa för {limit}</translation>
    </message>
</context>
<context>
    <name>QuoteWriting</name>
    <message>
        <source>No price in {currency} for this company. Write it as an own line with a price.</source>
        <translation>Inget pris i {currency} för det här företaget. Skriv den som egen rad med ett pris.</translation>
    </message>
    <message>
        <source>Line {line}: the price is now {now} (was {was}).</source>
        <translation>Rad {line}: priset är nu {now} (var {was}).</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>Draft</source>
        <translation>Utkast</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Utfärdad</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Återtagen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Avböjd</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>Förfallen</translation>
    </message>
    <message>
        <source>Order asked for</source>
        <translation>Order begärd</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Beställd</translation>
    </message>
    <message>
        <source>Validity is past</source>
        <translation>Giltighetstiden är slut</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Behöver godkännas</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Väntar på godkännande</translation>
    </message>
    <message>
        <source>Approval refused</source>
        <translation>Godkännande nekat</translation>
    </message>
    <message>
        <source>There are no lines.</source>
        <translation>Det finns inga rader.</translation>
    </message>
    <message>
        <source>A line cannot be priced on this desk now.</source>
        <translation>En rad kan inte prissättas på den här arbetsplatsen nu.</translation>
    </message>
    <message>
        <source>It is over a limit: somebody must approve it first.</source>
        <translation>Den är över en gräns: någon måste godkänna den först.</translation>
    </message>
    <message>
        <source>This company wants a PO number on it.</source>
        <translation>Företaget vill ha ett inköpsnummer på den.</translation>
    </message>
    <message>
        <source>The day it is valid until is past.</source>
        <translation>Sista giltighetsdagen har passerat.</translation>
    </message>
    <message>
        <source>A price has moved since it was saved.</source>
        <translation>Ett pris har ändrats sedan den sparades.</translation>
    </message>
    <message>
        <source>It is issued already.</source>
        <translation>Den är redan utfärdad.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Den är avslutad.</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Listpris</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Avtal</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampanj</translation>
    </message>
    <message>
        <source>Quantity price</source>
        <translation>Mängdpris</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Erbjudande</translation>
    </message>
    <message>
        <source>Your discount</source>
        <translation>Din rabatt</translation>
    </message>
    <message>
        <source>Line {line}: the margin is under its floor.</source>
        <translation>Rad {line}: marginalen är under sin gräns.</translation>
    </message>
    <message>
        <source>VAT as usual</source>
        <translation>Moms som vanligt</translation>
    </message>
    <message>
        <source>Exempt from VAT</source>
        <translation>Undantagen från moms</translation>
    </message>
    <message>
        <source>Supply within the EU</source>
        <translation>Leverans inom EU</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Reverse charge</source>
        <translation>Omvänd skattskyldighet</translation>
    </message>
    <message>
        <source>Earlier price kept</source>
        <translation>Tidigare pris behållet</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behållet</translation>
    </message>
    <message>
        <source>Own price</source>
        <translation>Eget pris</translation>
    </message>
    <message>
        <source>From {quantity}</source>
        <translation>Från {quantity}</translation>
    </message>
    <message>
        <source>Not used: {name} ({price}). It cannot be combined with a contract price.</source>
        <translation>Används inte: {name} ({price}). Den kan inte förenas med ett avtalspris.</translation>
    </message>
    <message>
        <source>Not used: {name} ({price}). Two promotions are not combined.</source>
        <translation>Används inte: {name} ({price}). Två kampanjer läggs inte ihop.</translation>
    </message>
    <message>
        <source>Not used: {name} ({price}). It would cost more.</source>
        <translation>Används inte: {name} ({price}). Det skulle kosta mer.</translation>
    </message>
    <message>
        <source>Line {line}: {value} is over your limit of {limit}.</source>
        <translation>Rad {line}: {value} är över din gräns {limit}.</translation>
    </message>
    <message>
        <source>The total {value} is over your limit of {limit}.</source>
        <translation>Summan {value} är över din gräns {limit}.</translation>
    </message>
    <message>
        <source>The account is {value} days old; until {limit} days others decide.</source>
        <translation>Kontot är {value} dagar gammalt; före {limit} dagar bestämmer andra.</translation>
    </message>
    <message>
        <source>{name}: added, {new}</source>
        <translation>{name}: tillagd, {new}</translation>
    </message>
    <message>
        <source>{name}: taken out, {old} before</source>
        <translation>{name}: borttagen, {old} tidigare</translation>
    </message>
    <message>
        <source>{name}, quantity: {old} → {new}</source>
        <translation>{name}, antal: {old} → {new}</translation>
    </message>
    <message>
        <source>{name}, price: {old} → {new}</source>
        <translation>{name}, pris: {old} → {new}</translation>
    </message>
    <message>
        <source>{name}, discount: {old} → {new}</source>
        <translation>{name}, rabatt: {old} → {new}</translation>
    </message>
    <message>
        <source>Something changes</source>
        <translation>Något ändras</translation>
    </message>
    <message>
        <source>The same lines at the same prices, to be changed.</source>
        <translation>Samma rader till samma priser, att ändra.</translation>
    </message>
    <message>
        <source>Today’s prices</source>
        <translation>Dagens priser</translation>
    </message>
    <message>
        <source>Every article is priced anew.</source>
        <translation>Varje vara får nytt pris.</translation>
    </message>
    <message>
        <source>Today’s VAT</source>
        <translation>Dagens moms</translation>
    </message>
    <message>
        <source>The same prices, taxed as of today.</source>
        <translation>Samma priser, med moms som den är i dag.</translation>
    </message>
    <message>
        <source>The customer says no</source>
        <translation>Kunden säger nej</translation>
    </message>
    <message>
        <source>The quote is kept as declined.</source>
        <translation>Offerten sparas som avböjd.</translation>
    </message>
    <message>
        <source>We withdraw it</source>
        <translation>Vi drar tillbaka den</translation>
    </message>
    <message>
        <source>It does not hold any more. A new version stays possible.</source>
        <translation>Den gäller inte längre. En ny version går att göra.</translation>
    </message>
    <message>
        <source>first</source>
        <translation>första</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>ändrad</translation>
    </message>
    <message>
        <source>new VAT</source>
        <translation>ny moms</translation>
    </message>
    <message>
        <source>new prices</source>
        <translation>nya priser</translation>
    </message>
    <message>
        <source>{number} here</source>
        <translation>{number} här</translation>
    </message>
    <message>
        <source>{number} here, {more} away</source>
        <translation>{number} här, {more} borta</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Livsmedel</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Böcker</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Vara</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Disc.</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summa</translation>
    </message>
    <message>
        <source>Lines of the quote</source>
        <translation>Offertens rader</translation>
    </message>
    <message>
        <source>No cost is known for these lines.</source>
        <translation>Inget inköpspris är känt för raderna.</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Varför det här priset</translation>
    </message>
    <message>
        <source>Total with VAT</source>
        <translation>Summa med moms</translation>
    </message>
    <message>
        <source>Discount, {rate}</source>
        <translation>Rabatt, {rate}</translation>
    </message>
    <message>
        <source>Net each</source>
        <translation>Netto per styck</translation>
    </message>
    <message>
        <source>Before discounts</source>
        <translation>Före rabatter</translation>
    </message>
    <message>
        <source>Price reductions</source>
        <translation>Prisavdrag</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Leverans</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>VAT {rate}</source>
        <translation>Moms {rate}</translation>
    </message>
    <message>
        <source>Credit stop: nothing leaves on account</source>
        <translation>Kreditstopp: inget på konto</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>Kreditgräns</translation>
    </message>
    <message>
        <source>Used already</source>
        <translation>Redan använt</translation>
    </message>
    <message>
        <source>This quote</source>
        <translation>Den här offerten</translation>
    </message>
    <message>
        <source>Credit left after this</source>
        <translation>Kredit kvar efter den</translation>
    </message>
    <message>
        <source>Version {number}, {reason}, {when}</source>
        <translation>Version {number}, {reason}, {when}</translation>
    </message>
    <message>
        <source>Margin {rate}, {money}</source>
        <translation>Marginal {rate}, {money}</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Utan kostnad</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Pris saknas</translation>
    </message>
    <message>
        <source>Looked at online</source>
        <translation>Tittat på på nätet</translation>
    </message>
</context>
<context>
    <name>QuotesControl</name>
    <message>
        <source>No quote on this desk has the number {number}.</source>
        <translation>Ingen offert på den här arbetsplatsen har numret {number}.</translation>
    </message>
    <message>
        <source>No number can be given now, so nothing was issued. Try again when online.</source>
        <translation>Inget nummer kan ges nu, så inget utfärdades. Försök igen när linjen är tillbaka.</translation>
    </message>
    <message>
        <source>Issued {number}.</source>
        <translation>Utfärdade {number}.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Klart.</translation>
    </message>
    <message>
        <source>Over what a PIN at this desk may allow. F8 asks for the approval.</source>
        <translation>Mer än en PIN vid arbetsplatsen får tillåta. F8 ber om godkännande.</translation>
    </message>
    <message>
        <source>Approve {number}</source>
        <translation>Godkänn {number}</translation>
    </message>
    <message>
        <source>the quote</source>
        <translation>offerten</translation>
    </message>
    <message>
        <source>Approved. It can be issued.</source>
        <translation>Godkänd. Den kan utfärdas.</translation>
    </message>
    <message>
        <source>New version of {number}</source>
        <translation>Ny version av {number}</translation>
    </message>
    <message>
        <source>The version that is issued stays as it is.</source>
        <translation>Den utfärdade versionen förblir som den är.</translation>
    </message>
    <message>
        <source>End {number}</source>
        <translation>Avsluta {number}</translation>
    </message>
    <message>
        <source>Copy on its way to the printer: {number}</source>
        <translation>Kopia på väg till skrivaren: {number}</translation>
    </message>
    <message>
        <source>On its way to the printer: {number}</source>
        <translation>På väg till skrivaren: {number}</translation>
    </message>
    <message>
        <source>Asked for the approval.</source>
        <translation>Bett om godkännande.</translation>
    </message>
    <message>
        <source>Asked for the order.</source>
        <translation>Bett om ordern.</translation>
    </message>
    <message>
        <source>A new version, as a draft.</source>
        <translation>En ny version, som utkast.</translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation>Tillbakadragen.</translation>
    </message>
    <message>
        <source>Noted: the customer says no.</source>
        <translation>Noterat: kunden säger nej.</translation>
    </message>
</context>
<context>
    <name>QuotesScreen</name>
    <message>
        <source>Quotes</source>
        <translation>Offerter</translation>
    </message>
    <message>
        <source>No quotes</source>
        <translation>Inga offerter</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Inget valt</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>Välj en till vänster.</translation>
    </message>
    <message>
        <source>Press Ctrl+N to write the first one.</source>
        <translation>Tryck Ctrl+N för att skriva den första.</translation>
    </message>
    <message>
        <source>This company shared nothing that it looked at.</source>
        <translation>Företaget har inte delat något som det har tittat på.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Today</source>
        <translation>Idag</translation>
    </message>
    <message>
        <source>Pickups</source>
        <translation>Hämtning</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Offerter</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunder</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Åtgärda</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanaler</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Dirigering</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synk</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inst.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Omflyttningar</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>Lägg till en kanal</translation>
    </message>
</context>
<context>
    <name>ReadinessPanel</name>
    <message>
        <source>Ready for the next outage</source>
        <translation>Redo för nästa avbrott</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>till {time}</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>inte redo</translation>
    </message>
    <message>
        <source>Next outage</source>
        <translation>Nästa avbrott</translation>
    </message>
</context>
<context>
    <name>ReadinessWords</name>
    <message>
        <source>Fetching</source>
        <translation>Hämtas</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>Pickups</source>
        <translation>Upphämtningar</translation>
    </message>
    <message>
        <source>Pick, stage, check code, hand over</source>
        <translation>Plocka, ställ undan, kolla kod, lämna ut</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Look up, hold, count, adjust</source>
        <translation>Slå upp, håll undan, räkna, justera</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Ordrar</translation>
    </message>
    <message>
        <source>Look up, return with limit per line</source>
        <translation>Slå upp, retur med gräns per rad</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Offerter</translation>
    </message>
    <message>
        <source>Contract prices, tiers, send later</source>
        <translation>Avtalspriser, staffling, skicka senare</translation>
    </message>
    <message>
        <source>Rights, PINs</source>
        <translation>Rätter, PIN</translation>
    </message>
    <message>
        <source>Sign in, approve with a supervisor’s PIN</source>
        <translation>Logga in, godkänn med arbetsledarens PIN</translation>
    </message>
    <message>
        <source>Label signatures</source>
        <translation>Etikettsignaturer</translation>
    </message>
    <message>
        <source>Tell a genuine code of a customer</source>
        <translation>Känn igen en kunds äkta kod</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Återbetalningar</translation>
    </message>
    <message>
        <source>Recorded now, paid out when online</source>
        <translation>Sparas nu, betalas ut vid förbindelse</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Utskrift</translation>
    </message>
    <message>
        <source>Slips, quotes, labels</source>
        <translation>Följesedlar, offerter, etiketter</translation>
    </message>
    <message numerus="yes">
        <source>%n without the person</source>
        <translation>
            <numerusform>%n utan personen</numerusform>
            <numerusform>%n utan personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n pickups, persons complete</source>
        <translation>
            <numerusform>%n upphämtning, personen finns</numerusform>
            <numerusform>alla %n upphämtningar, alla personer finns</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} items</source>
        <translation>{n} artiklar</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n plats</numerusform>
            <numerusform>%n platser</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} orders</source>
        <translation>{n} ordrar</translation>
    </message>
    <message>
        <source>{n} of {all} accounts have prices</source>
        <translation>{n} av {all} kunder har priser</translation>
    </message>
    <message>
        <source>{n} of {all} people with a PIN</source>
        <translation>{n} av {all} personer med PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n may supervise</source>
        <translation>
            <numerusform>%n får godkänna</numerusform>
            <numerusform>%n får godkänna</numerusform>
        </translation>
    </message>
    <message>
        <source>the key is here</source>
        <translation>nyckeln finns här</translation>
    </message>
    <message>
        <source>the key is not here</source>
        <translation>nyckeln finns inte här</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n i kö</numerusform>
            <numerusform>%n i kö</numerusform>
        </translation>
    </message>
    <message>
        <source>none queued</source>
        <translation>inga i kö</translation>
    </message>
    <message>
        <source>no printer is set up</source>
        <translation>ingen skrivare är vald</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for a printer</source>
        <translation>
            <numerusform>%n väntar på en skrivare</numerusform>
            <numerusform>%n väntar på en skrivare</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>inget väntar</translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation>
            <numerusform>%n osäker</numerusform>
            <numerusform>%n osäkra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n ordrar</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of {all} accounts</source>
        <translation>{n} av {all} kunder</translation>
    </message>
    <message>
        <source>{n} of {all} people</source>
        <translation>{n} av {all} personer</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Allt finns</translation>
    </message>
    <message>
        <source>Ageing</source>
        <translation>Åldras</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Delvis</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>I kö</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Saknas</translation>
    </message>
    <message>
        <source>Orders not here: hand over from the label. After {time} each handover without a line wants a second check.</source>
        <translation>Ordrar som inte finns här: lämna ut från etiketten. Efter {time} kräver varje utlämning utan förbindelse en andra kontroll.</translation>
    </message>
    <message>
        <source>Orders not here: hand over from the label, with a second check.</source>
        <translation>Ordrar som inte finns här: lämna ut från etiketten, med en andra kontroll.</translation>
    </message>
    <message>
        <source>Other places are as old as this: call them, and promise this desk’s own share only.</source>
        <translation>Andra platser är lika gamla: ring dem, och lova bara arbetsplatsens egen andel.</translation>
    </message>
    <message>
        <source>Orders that are not here cannot be looked up: call customer service.</source>
        <translation>Ordrar som inte finns här går inte att slå upp: ring kundservice.</translation>
    </message>
    <message>
        <source>Good until {time}, then prices are indicative. No prices here: use the list price, or save and price later.</source>
        <translation>Gäller till {time}, sedan är priserna vägledande. Inga priser här: använd listpris, eller spara och prissätt senare.</translation>
    </message>
    <message>
        <source>Prices are indicative: use the list price, or save and price later.</source>
        <translation>Priserna är vägledande: använd listpris, eller spara och prissätt senare.</translation>
    </message>
    <message>
        <source>A new person or a new PIN does not work: somebody known here signs in.</source>
        <translation>En ny person eller en ny PIN fungerar inte: någon som finns här loggar in.</translation>
    </message>
    <message>
        <source>A label cannot be told from a forged one: ask for ID and a supervisor’s PIN.</source>
        <translation>En etikett går inte att skilja från en förfalskad: be om legitimation och en arbetsledares PIN.</translation>
    </message>
    <message>
        <source>The return is saved; the customer gets the money later.</source>
        <translation>Returen är sparad; kunden får pengarna senare.</translation>
    </message>
    <message>
        <source>Choose a printer in Settings.</source>
        <translation>Välj en skrivare i Inställningar.</translation>
    </message>
</context>
<context>
    <name>ReadySheet</name>
    <message>
        <source>Mark ready</source>
        <translation>Markera klar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>{number} is ready</source>
        <translation>{number} är klar</translation>
    </message>
    <message>
        <source>{items}, not checked one by one</source>
        <translation>{items}, inte kontrollerade en och en</translation>
    </message>
    <message>
        <source>Bin the goods stand in</source>
        <translation>Hyllfack där varorna står</translation>
    </message>
    <message>
        <source>There is no bin {code} on this shelf.</source>
        <translation>Det finns inget hyllfack {code} här.</translation>
    </message>
    <message>
        <source>Scan or type the bin.</source>
        <translation>Skanna eller skriv hyllfacket.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>This is not on this desk. Look again when the line is back.</source>
        <translation>Det finns inte här. Titta igen när nätet är tillbaka.</translation>
    </message>
    <message>
        <source>This is not here any more. Look at the list again.</source>
        <translation>Det finns inte kvar här. Titta på listan igen.</translation>
    </message>
    <message>
        <source>You may not do this here. Ask a store manager to sign in.</source>
        <translation>Du får inte göra det här. Be en butikschef logga in.</translation>
    </message>
    <message>
        <source>It has moved on meanwhile. Look at it again.</source>
        <translation>Den har ändrats under tiden. Titta på den igen.</translation>
    </message>
    <message>
        <source>Somebody else works on this on {desk}. Take it over first.</source>
        <translation>Någon annan arbetar med den på {desk}. Ta över den först.</translation>
    </message>
    <message>
        <source>This pickup belongs to another store.</source>
        <translation>Hämtningen hör till en annan butik.</translation>
    </message>
    <message>
        <source>At most {possible} can be taken here, not {wanted}.</source>
        <translation>Högst {possible} kan tas här, inte {wanted}.</translation>
    </message>
    <message>
        <source>Nothing is staged yet. Scan a bin first.</source>
        <translation>Inget är ställt än. Skanna ett fack först.</translation>
    </message>
    <message>
        <source>{lines} still open. Pick them or say what is wrong.</source>
        <translation>{lines} kvar. Plocka dem eller säg vad som är fel.</translation>
    </message>
    <message>
        <source>A parcel of {order_number} does not fit. Scan each parcel, or tick it as left.</source>
        <translation>Ett paket i {order_number} stämmer inte. Skanna varje paket eller bocka av det som lämnat kvar.</translation>
    </message>
    <message>
        <source>Not paid in full. Take the payment at the till and enter its receipt number.</source>
        <translation>Inte betald i sin helhet. Ta betalt i kassan och ange kvittots nummer.</translation>
    </message>
    <message>
        <source>Receipt {number} has paid another order. Look at the receipt again.</source>
        <translation>Kvitto {number} har betalat en annan order. Titta på kvittot igen.</translation>
    </message>
    <message>
        <source>That is not the code for this order. {tries_left} tries left.</source>
        <translation>Det är inte koden för den här ordern. {tries_left} försök kvar.</translation>
    </message>
    <message>
        <source>Ask for an ID document this time.</source>
        <translation>Be om legitimation den här gången.</translation>
    </message>
    <message>
        <source>From {age_limit} years only. Look at an ID and answer the age question.</source>
        <translation>Bara från {age_limit} år. Titta på legitimation och svara på åldersfrågan.</translation>
    </message>
    <message>
        <source>The last return day was {last_day}. A supervisor’s PIN allows it.</source>
        <translation>Sista returdag var {last_day}. Arbetsledarens PIN godkänner det.</translation>
    </message>
    <message>
        <source>That looks like a personal number. It is never kept: take it out.</source>
        <translation>Det liknar ett personnummer. Det sparas aldrig: ta bort det.</translation>
    </message>
    <message>
        <source>A reason is missing. Write a few words.</source>
        <translation>En orsak saknas. Skriv några ord.</translation>
    </message>
    <message>
        <source>Somebody has answered this already.</source>
        <translation>Någon har redan svarat på det här.</translation>
    </message>
    <message>
        <source>After {minutes} minutes a store manager has to do this.</source>
        <translation>Efter {minutes} minuter måste en butikschef göra det.</translation>
    </message>
    <message>
        <source>The quote has no lines yet. Add one.</source>
        <translation>Offerten har inga rader än. Lägg till en.</translation>
    </message>
    <message>
        <source>No tax rate is known for {category} in {country}. Head office has to add it.</source>
        <translation>Ingen momssats är känd för {category} i {country}. Huvudkontoret måste lägga till den.</translation>
    </message>
    <message>
        <source>The price of line {line} has moved. Take the new one or keep the old one.</source>
        <translation>Priset på rad {line} har ändrats. Ta det nya eller behåll det gamla.</translation>
    </message>
    <message>
        <source>The tax of line {line} has changed. Look at the totals again.</source>
        <translation>Momsen på rad {line} har ändrats. Titta på summorna igen.</translation>
    </message>
    <message>
        <source>Somebody changed this quote; version {version} counts now. Open it again.</source>
        <translation>Någon har ändrat offerten; version {version} gäller nu. Öppna den igen.</translation>
    </message>
    <message>
        <source>This needs an approval by somebody with a higher limit. Ask for it.</source>
        <translation>Det här behöver godkännas av någon med högre gräns. Be om det.</translation>
    </message>
    <message>
        <source>The quote was changed since {mark}. Look at it and approve it again.</source>
        <translation>Offerten har ändrats sedan {mark}. Titta på den och godkänn igen.</translation>
    </message>
    <message>
        <source>A PIN at the desk is not enough for this sum. Ask for the approval.</source>
        <translation>En PIN vid arbetsplatsen räcker inte för den här summan. Be om godkännandet.</translation>
    </message>
    <message>
        <source>This company wants its PO number on every quote. Enter it.</source>
        <translation>Företaget vill ha sitt inköpsnummer på varje offert. Ange det.</translation>
    </message>
    <message>
        <source>The quote was valid until {valid_until}. Make a new version.</source>
        <translation>Offerten gällde till {valid_until}. Gör en ny version.</translation>
    </message>
    <message>
        <source>{number} is not the number of this quote. Start this desk again.</source>
        <translation>{number} är inte offertens nummer. Starta om den här arbetsplatsen.</translation>
    </message>
    <message>
        <source>The customer waits for nothing of this pickup any more. Put its goods back.</source>
        <translation>Kunden väntar inte på något i den här upphämtningen längre. Lägg tillbaka varorna.</translation>
    </message>
    <message>
        <source>Goods of this order have left already. Take them back when they come in instead.</source>
        <translation>Varor i ordern har redan lämnat. Ta i stället emot dem som retur när de kommer in.</translation>
    </message>
    <message>
        <source>These rules cannot be used: {sentence} Correct them first.</source>
        <translation>De här reglerna går inte att använda: {sentence} Rätta dem först.</translation>
    </message>
    <message>
        <source>Rule {rule} can never be reached: rule {first} takes all it would.</source>
        <translation>Regel {rule} nås aldrig: regel {first} tar allt som den skulle ta.</translation>
    </message>
    <message>
        <source>Somebody changed set {number} meanwhile. Look at it again.</source>
        <translation>Någon har ändrat uppsättning {number} under tiden. Titta på den igen.</translation>
    </message>
    <message>
        <source>This answer is not known here. Update this desk.</source>
        <translation>Svaret är okänt här. Uppdatera arbetsplatsen.</translation>
    </message>
    <message>
        <source>Not saved: the disk is full. What was saved before is safe. Make room, then press again.</source>
        <translation>Inte sparat: disken är full. Det som sparats förut är säkert. Gör plats och tryck igen.</translation>
    </message>
    <message>
        <source>Not saved: this desk&apos;s database did not take it. Press again; if it stays, start the desk again.</source>
        <translation>Inte sparat: databasen tog inte emot det. Tryck igen; starta annars om arbetsplatsen.</translation>
    </message>
    <message>
        <source>Not saved: that is too much at once. Use shorter texts or fewer parcels.</source>
        <translation>Inte sparat: det är för mycket på en gång. Använd kortare texter eller färre paket.</translation>
    </message>
    <message>
        <source>Not saved: something went wrong on our side. Your other work is safe. Tell support: D-12.</source>
        <translation>Inte sparat: något gick fel hos oss. Ditt övriga arbete är säkert. Kontakta supporten: D-12.</translation>
    </message>
    <message>
        <source>The last day is {last_day}. It can move at most {days} days on, and not back.</source>
        <translation>Sista dagen är {last_day}. Den kan flyttas högst {days} dagar framåt, inte bakåt.</translation>
    </message>
    <message>
        <source>A pickup moves to another store only. Choose one of the list.</source>
        <translation>En upphämtning flyttas bara till en annan butik. Välj en i listan.</translation>
    </message>
    <message>
        <source>That store has {possible} free, not {wanted}. Choose another store.</source>
        <translation>Den butiken har {possible} fria, inte {wanted}. Välj en annan butik.</translation>
    </message>
    <message>
        <source>Only the same style at the same price goes in its place, and only what is free.</source>
        <translation>Bara samma modell till samma pris kan ersätta, och bara det som är fritt.</translation>
    </message>
    <message>
        <source>Items are checked one by one here. Pick them, then mark ready.</source>
        <translation>Här kontrolleras varje vara. Plocka dem och markera sedan klar.</translation>
    </message>
    <message>
        <source>This is above what the buyer may order for. It waits for an approver of the company: note the yes on the company&apos;s page.</source>
        <translation>Det är över vad inköparen får beställa för. Det väntar på en godkännare hos företaget: notera ja på företagets sida.</translation>
    </message>
    <message>
        <source>This person may not agree to so much for the company. Ask another approver.</source>
        <translation>Den personen får inte godkänna så mycket för företaget. Fråga en annan godkännare.</translation>
    </message>
    <message>
        <source>The number does not fit the country {country}. Check it digit by digit, or leave it empty.</source>
        <translation>Numret stämmer inte för landet {country}. Kontrollera siffra för siffra, eller lämna tomt.</translation>
    </message>
    <message>
        <source>No line to central: this one wants a supervisor’s PIN, an ID beside the code, or words by phone.</source>
        <translation>Centralen nås inte: den här vill ha arbetsledarens PIN, ID utöver koden eller ord per telefon.</translation>
    </message>
    <message>
        <source>Kept until {last_day}, unless the customer says no.</source>
        <translation>Sparas till {last_day}, om inte kunden säger nej.</translation>
    </message>
    <message>
        <source>Call {calls} times more first.</source>
        <translation>Ring {calls} gånger till först.</translation>
    </message>
    <message>
        <source>Your yes is not the one that is missing. The approval waits for somebody in another role.</source>
        <translation>Det är inte ditt ja som saknas. Godkännandet väntar på någon i en annan roll.</translation>
    </message>
    <message>
        <source>This code is not good here, or its last day has passed. Ring central before anything leaves.</source>
        <translation>Koden gäller inte här, eller så har sista dagen passerat. Ring centralen innan något lämnas ut.</translation>
    </message>
    <message>
        <source>That one has another price: to the till with it. Take it back here, sell the other one there.</source>
        <translation>Den har ett annat pris: gå till kassan. Ta tillbaka den här, sälj den andra där.</translation>
    </message>
    <message>
        <source>{desk} is the desk you work at. Replace it from another desk.</source>
        <translation>{desk} är arbetsplatsen du arbetar vid. Ersätt den från en annan.</translation>
    </message>
    <message>
        <source>Line {line} has no price. Write one, say that it is free of charge, or take it out.</source>
        <translation>Rad {line} saknar pris. Skriv ett, ange att den är utan kostnad eller ta bort raden.</translation>
    </message>
    <message>
        <source>The disk failed while saving: this may be saved or not. Start the desk again and look before you repeat it.</source>
        <translation>Disken felade under sparandet: det kan vara sparat eller inte. Starta om arbetsplatsen och titta efter innan du gör om det.</translation>
    </message>
    <message>
        <source>Central could not decide it, and a manager has given it up.</source>
        <translation>Centralen kunde inte besluta det, och en chef har släppt det.</translation>
    </message>
    <message>
        <source>Not saved: central has signed this desk out. Do it at another desk.</source>
        <translation>Inte sparat: centralen har spärrat den här arbetsplatsen. Gör det vid en annan arbetsplats.</translation>
    </message>
</context>
<context>
    <name>RemoveSheet</name>
    <message>
        <source>Remove {channel}?</source>
        <translation>Ta bort {channel}?</translation>
    </message>
    <message>
        <source>Central forgets how it signs in, its secrets, and what waits to be told.</source>
        <translation>Centralen glömmer hur den loggar in, hemligheterna och det som väntar på att skickas.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Orders, articles and links stay, and so does what the shop shows. Connected again, it finds them.</source>
        <translation>Order, artiklar och kopplingar finns kvar, liksom det butiken visar. Ansluts den igen hittar den dem.</translation>
    </message>
    <message>
        <source>Type {code} to remove it</source>
        <translation>Skriv {code} för att ta bort den</translation>
    </message>
    <message>
        <source>Type {code} first.</source>
        <translation>Skriv {code} först.</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>streckkod</translation>
    </message>
    <message>
        <source>their number</source>
        <translation>deras nummer</translation>
    </message>
    <message>
        <source>words</source>
        <translation>ord</translation>
    </message>
    <message>
        <source>{count} fit: Space</source>
        <translation>{count} passar: mellanslag</translation>
    </message>
    <message>
        <source>nothing fits</source>
        <translation>inget passar</translation>
    </message>
    <message>
        <source>The file is larger than 2 MB. Cut it, or paste the lines that matter.</source>
        <translation>Filen är större än 2 MB. Korta den, eller klistra in raderna som behövs.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Look whether it is still there.</source>
        <translation>Filen kan inte öppnas. Se om den finns kvar.</translation>
    </message>
    <message>
        <source>The file is no text. Save it as .csv or .txt, or paste its lines.</source>
        <translation>Filen är ingen text. Spara den som .csv eller .txt, eller klistra in raderna.</translation>
    </message>
    <message>
        <source>The mail is damaged and cannot be read. Paste its text instead.</source>
        <translation>Brevet är skadat och kan inte läsas. Klistra in texten i stället.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>utelämnad</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>som text</translation>
    </message>
    <message>
        <source>kept as text</source>
        <translation>behålls som text</translation>
    </message>
</context>
<context>
    <name>RequestControl</name>
    <message>
        <source>Choose the request</source>
        <translation>Välj förfrågan</translation>
    </message>
    <message>
        <source>Mails, tables and texts (*.eml *.csv *.tsv *.txt)</source>
        <translation>Brev, tabeller och texter (*.eml *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>No line says how many or names an article. Paste the lines with quantities.</source>
        <translation>Ingen rad anger antal eller artikel. Klistra in raderna med antal.</translation>
    </message>
    <message>
        <source>A quote is begun from the request.</source>
        <translation>En offert är påbörjad från förfrågan.</translation>
    </message>
</context>
<context>
    <name>RequestSheet</name>
    <message>
        <source>Companies found</source>
        <translation>Företag som hittades</translation>
    </message>
    <message>
        <source>Match lines</source>
        <translation>Matcha rader</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Välj fil</translation>
    </message>
    <message>
        <source>For {company}</source>
        <translation>Till {company}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>All lines are left out. Delete takes one in again.</source>
        <translation>Alla rader är utelämnade. Delete tar in en igen.</translation>
    </message>
    <message>
        <source>Say first for which company: type a part of its name.</source>
        <translation>Ange först för vilket företag: skriv en del av namnet.</translation>
    </message>
    <message>
        <source>Paste what the customer sent, or choose the file.</source>
        <translation>Klistra in det kunden skickade, eller välj filen.</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Efterfrågat</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Funnet via</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>Lines of the request</source>
        <translation>Förfrågans rader</translation>
    </message>
    <message>
        <source>Quote from a request</source>
        <translation>Offert från förfrågan</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>name, number or somebody there</source>
        <translation>namn, nummer eller någon där</translation>
    </message>
    <message>
        <source>What the customer sent</source>
        <translation>Vad kunden skickade</translation>
    </message>
    <message>
        <source>Paste the mail or the list here</source>
        <translation>Klistra in brevet eller listan här</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Förfrågan</translation>
    </message>
    <message>
        <source>For {company}. Space gives a line its next meaning, Delete leaves it out.</source>
        <translation>Till {company}. Mellanslag ger raden nästa betydelse, Delete utelämnar den.</translation>
    </message>
    <message>
        <source>Lines with a quantity or an article number are taken. Of attachments only tables are read.</source>
        <translation>Rader med antal eller artikelnummer tas med. Av bilagor läses bara tabeller.</translation>
    </message>
</context>
<context>
    <name>ReturnSheet</name>
    <message>
        <source>Too small</source>
        <translation>För liten</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>För stor</translation>
    </message>
    <message>
        <source>Not as shown</source>
        <translation>Inte som på bilden</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>Felaktig</translation>
    </message>
    <message>
        <source>Changed mind</source>
        <translation>Ångrat sig</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Annat</translation>
    </message>
    <message>
        <source>As new</source>
        <translation>Som ny</translation>
    </message>
    <message>
        <source>back on its shelf</source>
        <translation>tillbaka på hyllan</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Öppnad</translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation>ska granskas</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Skadad</translation>
    </message>
    <message>
        <source>not for sale</source>
        <translation>säljs inte</translation>
    </message>
    <message>
        <source>One fewer</source>
        <translation>En färre</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>En till</translation>
    </message>
    <message>
        <source>Refund after check.</source>
        <translation>Återbetalning efter kontroll.</translation>
    </message>
    <message>
        <source>Goods are taken now. Central checks them against other returns and then pays; offline that waits for the line.</source>
        <translation>Varorna tas emot nu. Centralen jämför med andra returer och betalar sedan; utan linje väntar det på linjen.</translation>
    </message>
    <message>
        <source>Goods are taken now. Central checks them against other returns and then pays.</source>
        <translation>Varorna tas emot nu. Centralen jämför med andra returer och betalar sedan.</translation>
    </message>
    <message>
        <source>Say how many come back: press +.</source>
        <translation>Ange hur många som kommer tillbaka: tryck +.</translation>
    </message>
    <message>
        <source>Say why it comes back: press 1–6.</source>
        <translation>Ange varför det kommer tillbaka: tryck 1–6.</translation>
    </message>
    <message>
        <source>Nothing of this article can come back for this order.</source>
        <translation>Inget av den här artikeln kan lämnas tillbaka på ordern.</translation>
    </message>
    <message>
        <source>slip says “refund after check”</source>
        <translation>på sedeln står ”återbetalning efter kontroll”</translation>
    </message>
    <message>
        <source>Return from order {number}</source>
        <translation>Retur från order {number}</translation>
    </message>
    <message>
        <source>Why? press 1–6</source>
        <translation>Varför? tryck 1–6</translation>
    </message>
    <message>
        <source>What is it like?</source>
        <translation>Hur är den?</translation>
    </message>
    <message>
        <source>Last return day was {day}.</source>
        <translation>Sista returdag var {day}.</translation>
    </message>
    <message>
        <source>F9 asks a supervisor for the PIN.</source>
        <translation>F9 ber en arbetsledare om PIN.</translation>
    </message>
    <message>
        <source>You may allow it.</source>
        <translation>Du får godkänna det.</translation>
    </message>
    <message>
        <source>+ and − change how many, a scan adds one.</source>
        <translation>+ och − ändrar antalet, en skanning lägger till en.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Vad som händer</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Inget är valt än.</translation>
    </message>
    <message>
        <source>To pay back</source>
        <translation>Att betala tillbaka</translation>
    </message>
    <message>
        <source>Not paid, so nothing is paid back.</source>
        <translation>Inte betald, så inget betalas tillbaka.</translation>
    </message>
    <message>
        <source>Take back {items}</source>
        <translation>Ta emot {items}</translation>
    </message>
</context>
<context>
    <name>ReturnTable</name>
    <message>
        <source>All of it is back already.</source>
        <translation>Allt är redan tillbaka.</translation>
    </message>
    <message>
        <source>Not with the customer yet. Cancel the line instead.</source>
        <translation>Inte hos kunden än. Avboka raden i stället.</translation>
    </message>
    <message>
        <source>This line was cancelled.</source>
        <translation>Raden avbokades.</translation>
    </message>
    <message>
        <source>There is nothing to bring back of this line.</source>
        <translation>Det finns inget att lämna tillbaka på raden.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Köpt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Åter</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Möjligt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Betalt</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>Vad som kommer tillbaka</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Sales associate</source>
        <translation>Säljare</translation>
    </message>
    <message>
        <source>Store manager</source>
        <translation>Butikschef</translation>
    </message>
    <message>
        <source>Customer service</source>
        <translation>Kundtjänst</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Huvudkontor</translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message>
        <source>stores</source>
        <translation>butiker</translation>
    </message>
    <message>
        <source>warehouses</source>
        <translation>lager</translation>
    </message>
    <message>
        <source>sent home</source>
        <translation>hem till kund</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>hämtas</translation>
    </message>
    <message>
        <source>all orders</source>
        <translation>alla order</translation>
    </message>
    <message>
        <source>every {n} min</source>
        <translation>var {n}:e min</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>varje timme</translation>
    </message>
    <message>
        <source>every {n} h</source>
        <translation>var {n}:e timme</translation>
    </message>
    <message>
        <source>one parcel</source>
        <translation>ett paket</translation>
    </message>
    <message>
        <source>up to {n} parcels</source>
        <translation>upp till {n} paket</translation>
    </message>
    <message>
        <source>within {n} km</source>
        <translation>inom {n} km</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>öppet nu</translation>
    </message>
    <message>
        <source>still open today</source>
        <translation>öppet idag än</translation>
    </message>
    <message>
        <source>safety stock kept</source>
        <translation>säkerhetslager kvar</translation>
    </message>
    <message>
        <source>under its daily limit</source>
        <translation>under sin dagsgräns</translation>
    </message>
    <message>
        <source>a part is enough</source>
        <translation>en del räcker</translation>
    </message>
    <message>
        <source>brought from elsewhere</source>
        <translation>hämtas från annan plats</translation>
    </message>
    <message>
        <source>Rule {rule} can never be reached: rule {first} takes all it would.</source>
        <translation>Regel {rule} nås aldrig: regel {first} tar allt som den skulle ta.</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} dagar</translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n} km</translation>
    </message>
    <message>
        <source>Split orders</source>
        <translation>Delade order</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>Utan plats</translation>
    </message>
    <message>
        <source>Middle distance</source>
        <translation>Medianavstånd</translation>
    </message>
    <message>
        <source>Places over daily limit</source>
        <translation>Platser över dagsgräns</translation>
    </message>
    <message>
        <source>Whole order in one parcel</source>
        <translation>Hela ordern i ett paket</translation>
    </message>
</context>
<context>
    <name>RoutingControl</name>
    <message>
        <source>No line to central. It alone can try rules out.</source>
        <translation>Ingen linje till centralen. Bara den kan pröva regler.</translation>
    </message>
    <message>
        <source>This is the set in use. Change the draft instead.</source>
        <translation>Det här är uppsättningen i bruk. Ändra utkastet i stället.</translation>
    </message>
    <message>
        <source>Set {number} is in use from the next order on.</source>
        <translation>Uppsättning {number} gäller från nästa order.</translation>
    </message>
    <message>
        <source>Draft {number} is thrown away. The set in use goes on.</source>
        <translation>Utkast {number} är kastat. Uppsättningen i bruk fortsätter.</translation>
    </message>
</context>
<context>
    <name>RoutingScreen</name>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>Why this store?</source>
        <translation>Varför den här butiken?</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Tänk om</translation>
    </message>
    <message>
        <source>Throw draft away</source>
        <translation>Kasta utkast</translation>
    </message>
    <message>
        <source>Run “what if”</source>
        <translation>Kör ”tänk om”</translation>
    </message>
    <message>
        <source>Use draft</source>
        <translation>Använd utkast</translation>
    </message>
    <message>
        <source>In use, {number}</source>
        <translation>I bruk, {number}</translation>
    </message>
    <message>
        <source>Draft {number}</source>
        <translation>Utkast {number}</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Dirigering</translation>
    </message>
    <message>
        <source>set {number} is in use</source>
        <translation>uppsättning {number} är i bruk</translation>
    </message>
    <message>
        <source>set {number} is in use since {time}</source>
        <translation>uppsättning {number} är i bruk sedan {time}</translation>
    </message>
    <message>
        <source>There is no draft. Change a rule, and one begins.</source>
        <translation>Det finns inget utkast. Ändra en regel, så börjar ett.</translation>
    </message>
    <message>
        <source>Use draft {number}</source>
        <translation>Använd utkast {number}</translation>
    </message>
    <message>
        <source>Starts with the next order. One press goes back to set {number}.</source>
        <translation>Gäller från nästa order. Ett tryck går tillbaka till uppsättning {number}.</translation>
    </message>
</context>
<context>
    <name>RoutingTrials</name>
    <message>
        <source>No answer</source>
        <translation>Inget svar</translation>
    </message>
    <message>
        <source>in use, {number}</source>
        <translation>i bruk, {number}</translation>
    </message>
    <message>
        <source>draft {number}</source>
        <translation>utkast {number}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Avbrutet</translation>
    </message>
    <message>
        <source>F8 begins anew.</source>
        <translation>F8 börjar om.</translation>
    </message>
    <message>
        <source>Central does not let you do this. Ask a store manager.</source>
        <translation>Centralen låter dig inte göra det här. Fråga en butikschef.</translation>
    </message>
    <message>
        <source>Central does not know this order, or the rules cannot be read.</source>
        <translation>Centralen känner inte till ordern, eller så går reglerna inte att läsa.</translation>
    </message>
    <message>
        <source>Central has too much to do just now. Try again in a minute.</source>
        <translation>Centralen har för mycket att göra just nu. Försök igen om en minut.</translation>
    </message>
    <message>
        <source>No line to central. It alone can try rules out.</source>
        <translation>Ingen linje till centralen. Bara den kan pröva regler.</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>New rule</source>
        <translation>Ny regel</translation>
    </message>
    <message>
        <source>Change the rule</source>
        <translation>Ändra regeln</translation>
    </message>
    <message>
        <source>It goes into the draft; nothing changes until the draft is used.</source>
        <translation>Den hamnar i utkastet; inget ändras förrän utkastet används.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behåll</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>Regeln behöver ett namn.</translation>
    </message>
    <message>
        <source>There is no place {code}.</source>
        <translation>Det finns ingen plats {code}.</translation>
    </message>
    <message>
        <source>There is no channel {code}.</source>
        <translation>Det finns ingen kanal {code}.</translation>
    </message>
    <message>
        <source>The way is a whole number of kilometres, or empty.</source>
        <translation>Vägen är ett helt antal kilometer, eller tom.</translation>
    </message>
    <message>
        <source>Parcels are a whole number from 1 to 50.</source>
        <translation>Paket är ett heltal från 1 till 50.</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Leverans</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanaler</translation>
    </message>
    <message>
        <source>Customer groups</source>
        <translation>Kundgrupper</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>Most parcels</source>
        <translation>Högst antal paket</translation>
    </message>
    <message>
        <source>Within km</source>
        <translation>Inom km</translation>
    </message>
    <message>
        <source>Any way</source>
        <translation>Vilken väg som helst</translation>
    </message>
    <message>
        <source>Does not matter</source>
        <translation>Spelar ingen roll</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Öppet nu</translation>
    </message>
    <message>
        <source>Still open today</source>
        <translation>Öppet idag än</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öppettider</translation>
    </message>
    <message>
        <source>Keep the safety stock</source>
        <translation>Behåll säkerhetslagret</translation>
    </message>
    <message>
        <source>Only under the daily limit</source>
        <translation>Bara under dagsgränsen</translation>
    </message>
    <message>
        <source>A part is enough, the rest waits</source>
        <translation>En del räcker, resten väntar</translation>
    </message>
    <message>
        <source>Goods of a pickup may come from elsewhere</source>
        <translation>Varor till en upphämtning får komma från annan plats</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
</context>
<context>
    <name>RulesPane</name>
    <message>
        <source>Runs</source>
        <translation>Körningar</translation>
    </message>
    <message>
        <source>when waiting orders are looked at</source>
        <translation>när väntande order prövas</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>which orders go first</source>
        <translation>vilka order som går först</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>first that fits wins</source>
        <translation>första som passar</translation>
    </message>
    <message>
        <source>on</source>
        <translation>på</translation>
    </message>
    <message>
        <source>off</source>
        <translation>av</translation>
    </message>
</context>
<context>
    <name>ScannerSheet</name>
    <message>
        <source>Waiting for a scan</source>
        <translation>Väntar på en skanning</translation>
    </message>
    <message>
        <source>Scan the code on the left. Scans do nothing else while this is open.</source>
        <translation>Skanna koden till vänster. Skanningar gör inget annat medan detta är öppet.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Visas</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Kom in</translation>
    </message>
    <message>
        <source>The code to scan</source>
        <translation>Koden att skanna</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Test of the scanner</source>
        <translation>Prov av skannern</translation>
    </message>
    <message>
        <source>Works, gaps of {ms} ms</source>
        <translation>Fungerar, mellanrum på {ms} ms</translation>
    </message>
    <message>
        <source>Does not work yet</source>
        <translation>Fungerar inte än</translation>
    </message>
    <message>
        <source>Every letter came in as it is shown.</source>
        <translation>Varje tecken kom in som det visas.</translation>
    </message>
    <message>
        <source>Capitals and small letters are changed. That does no harm here.</source>
        <translation>Stora och små bokstäver byts. Det gör ingenting här.</translation>
    </message>
    <message>
        <source>Å, Ä and Ö do not come in. Our own codes have none of them; type an article number that has.</source>
        <translation>Å, Ä och Ö kommer inte in. Våra egna koder har inga sådana; skriv in ett artikelnummer som har.</translation>
    </message>
    <message>
        <source>The scanner sends “{added}” beside the code. Scan the code in its manual that turns this off.</source>
        <translation>Skannern skickar ”{added}” vid sidan av koden. Skanna den kod i dess handbok som stänger av det.</translation>
    </message>
    <message>
        <source>{sign} as {came}</source>
        <translation>{sign} som {came}</translation>
    </message>
    <message>
        <source>The scanner types for another keyboard: {pairs}. Scan the code for your language in its manual, then this one again.</source>
        <translation>Skannern skriver för ett annat tangentbord: {pairs}. Skanna koden för ditt språk i dess handbok, och sedan den här igen.</translation>
    </message>
    <message>
        <source>Only a part came in. Hold the scanner farther away and scan again.</source>
        <translation>Bara en del kom in. Håll skannern längre bort och skanna igen.</translation>
    </message>
    <message>
        <source>That was another code. Scan the one on the left.</source>
        <translation>Det var en annan kod. Skanna den till vänster.</translation>
    </message>
</context>
<context>
    <name>SecondCheckPane</name>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>Arbetsledarens PIN</translation>
    </message>
    <message>
        <source>ID beside the code</source>
        <translation>ID utöver koden</translation>
    </message>
    <message>
        <source>Words by phone</source>
        <translation>Ord per telefon</translation>
    </message>
    <message>
        <source>A second check is needed: a supervisor’s PIN, an ID beside the code, or words by phone.</source>
        <translation>En andra kontroll behövs: arbetsledarens PIN, ID utöver koden eller ord per telefon.</translation>
    </message>
    <message>
        <source>Offline, and the order is worth more than {amount}.</source>
        <translation>Offline, och ordern är värd mer än {amount}.</translation>
    </message>
    <message>
        <source>This desk has not heard from central yet.</source>
        <translation>Arbetsplatsen har inte hört av centralen än.</translation>
    </message>
    <message>
        <source>Nothing heard from central since {time}.</source>
        <translation>Inget hört från centralen sedan {time}.</translation>
    </message>
    <message>
        <source>First the right code, then the ID.</source>
        <translation>Först rätt kod, sedan ID.</translation>
    </message>
    <message>
        <source>A supervisor has agreed</source>
        <translation>En arbetsledare har godkänt</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>Körkort</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>ID-kort</translation>
    </message>
    <message>
        <source>Other ID</source>
        <translation>Annat ID</translation>
    </message>
    <message>
        <source>three words</source>
        <translation>tre ord</translation>
    </message>
    <message>
        <source>Words from customer service</source>
        <translation>Ord från kundtjänst</translation>
    </message>
    <message>
        <source>Ring customer service and name order {number}. They read out three words.</source>
        <translation>Ring kundtjänst och nämn order {number}. De läser upp tre ord.</translation>
    </message>
    <message>
        <source>Kind of ID whose name matches</source>
        <translation>Typ av ID där namnet stämmer</translation>
    </message>
    <message>
        <source>Second check</source>
        <translation>Andra kontroll</translation>
    </message>
    <message>
        <source>Code and ID seen</source>
        <translation>Kod och ID kontrollerade</translation>
    </message>
    <message>
        <source>The words are right</source>
        <translation>Orden stämmer</translation>
    </message>
    <message numerus="yes">
        <source>Those are not the words. %n tries left.</source>
        <translation>
            <numerusform>Det är inte orden. %n försök kvar.</numerusform>
            <numerusform>Det är inte orden. %n försök kvar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong words. Choose another way.</source>
        <translation>För många fel ord. Välj ett annat sätt.</translation>
    </message>
    <message>
        <source>It is noted with the handover.</source>
        <translation>Det noteras med utlämningen.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show while typing</source>
        <translation>Visa medan du skriver</translation>
    </message>
    <message>
        <source>{field}, kept</source>
        <translation>{field}, sparad</translation>
    </message>
</context>
<context>
    <name>ServiceControl</name>
    <message>
        <source>Take back after the last day</source>
        <translation>Ta tillbaka efter sista dagen</translation>
    </message>
    <message>
        <source>The last return day was {day}. A supervisor allows it.</source>
        <translation>Sista returdag var {day}. En arbetsledare godkänner det.</translation>
    </message>
    <message>
        <source>No number can be given now. Press again.</source>
        <translation>Inget nummer kan ges nu. Tryck igen.</translation>
    </message>
    <message>
        <source>The contact is noted.</source>
        <translation>Kontakten är antecknad.</translation>
    </message>
    <message>
        <source>The caller is verified. The details are shown now.</source>
        <translation>Uppringaren är kontrollerad. Uppgifterna visas nu.</translation>
    </message>
    <message>
        <source>The store is asked. Its answer comes here.</source>
        <translation>Butiken är tillfrågad. Svaret kommer hit.</translation>
    </message>
    <message>
        <source>It is kept longer.</source>
        <translation>Den sparas längre.</translation>
    </message>
    <message>
        <source>Passed on. Central decides with the stock of that moment.</source>
        <translation>Skickat vidare. Centralen avgör med det lager som finns då.</translation>
    </message>
    <message>
        <source>Asked for. Central decides, and it stands at the order.</source>
        <translation>Begärt. Centralen avgör, och det står vid ordern.</translation>
    </message>
    <message>
        <source>Asked for. Central decides with the stock of that moment.</source>
        <translation>Begärt. Centralen avgör med det lager som finns då.</translation>
    </message>
    <message>
        <source>Taken back. The refund follows after the check.</source>
        <translation>Mottaget. Återbetalningen följer efter kontrollen.</translation>
    </message>
</context>
<context>
    <name>ServiceScreen</name>
    <message>
        <source>Note a contact</source>
        <translation>Anteckna kontakt</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Ring upp</translation>
    </message>
    <message>
        <source>Customers who decide</source>
        <translation>Kunder som bestämmer</translation>
    </message>
    <message>
        <source>Late pickups</source>
        <translation>Sena upphämtningar</translation>
    </message>
    <message>
        <source>longest waiting first</source>
        <translation>den som väntat längst först</translation>
    </message>
    <message>
        <source>Nobody waits for a call.</source>
        <translation>Ingen väntar på ett samtal.</translation>
    </message>
    <message>
        <source>a store said no</source>
        <translation>en butik sa nej</translation>
    </message>
    <message>
        <source>No store has said no.</source>
        <translation>Ingen butik har sagt nej.</translation>
    </message>
    <message>
        <source>of any store</source>
        <translation>i alla butiker</translation>
    </message>
    <message>
        <source>Every store keeps its promises.</source>
        <translation>Alla butiker håller sina löften.</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts today</source>
        <translation>
            <numerusform>%n kontakt i dag</numerusform>
            <numerusform>%n kontakter i dag</numerusform>
        </translation>
    </message>
    <message>
        <source>This call was about no order.</source>
        <translation>Det här samtalet gällde ingen order.</translation>
    </message>
</context>
<context>
    <name>SetsSheet</name>
    <message>
        <source>Sets that were in use</source>
        <translation>Uppsättningar som varit i bruk</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Använd igen</translation>
    </message>
    <message>
        <source>No set was in use before.</source>
        <translation>Ingen uppsättning har varit i bruk förut.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>The last 20 are kept. The set in use now stays here to go back to.</source>
        <translation>De senaste 20 sparas. Uppsättningen i bruk blir kvar här att gå tillbaka till.</translation>
    </message>
    <message>
        <source>Set {number}</source>
        <translation>Uppsättning {number}</translation>
    </message>
    <message>
        <source>The usual rules: {names}</source>
        <translation>De vanliga reglerna: {names}</translation>
    </message>
    <message>
        <source>in use from {time}</source>
        <translation>i bruk från {time}</translation>
    </message>
</context>
<context>
    <name>SettingsControl</name>
    <message>
        <source>The text is already at {size} %.</source>
        <translation>Texten är redan {size} %.</translation>
    </message>
    <message>
        <source>This desk works offline until you end that.</source>
        <translation>Arbetsplatsen arbetar offline tills du avslutar det.</translation>
    </message>
    <message>
        <source>This desk looks for the line again.</source>
        <translation>Arbetsplatsen söker förbindelsen igen.</translation>
    </message>
    <message>
        <source>Setting saved.</source>
        <translation>Inställningen är sparad.</translation>
    </message>
    <message>
        <source>No printer is chosen yet. Choose one first.</source>
        <translation>Ingen skrivare är vald än. Välj en först.</translation>
    </message>
    <message numerus="yes">
        <source>Printing %n test pages.</source>
        <translation>
            <numerusform>Skriver ut %n testsida.</numerusform>
            <numerusform>Skriver ut %n testsidor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every test page is out.</source>
        <translation>Alla testsidor är utskrivna.</translation>
    </message>
    <message>
        <source>Look at paper, power and network, then press F7 again.</source>
        <translation>Se efter papper, ström och nätverk och tryck sedan F7 igen.</translation>
    </message>
    <message>
        <source>The bundle is in your documents: {name}</source>
        <translation>Paketet ligger bland dina dokument: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n printers found</source>
        <translation>
            <numerusform>%n skrivare hittad</numerusform>
            <numerusform>%n skrivare hittade</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for printers …</source>
        <translation>Söker skrivare …</translation>
    </message>
    <message>
        <source>shown on screen</source>
        <translation>visas på skärmen</translation>
    </message>
    <message>
        <source>asking …</source>
        <translation>frågar …</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Clock differs {n} s</source>
        <translation>Klockan skiljer {n} s</translation>
    </message>
    <message>
        <source>Disk {n} GB free</source>
        <translation>Disken har {n} GB ledigt</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>inte provad än</translation>
    </message>
    <message>
        <source>letters came in wrong; test it again</source>
        <translation>tecken kom in fel; prova igen</translation>
    </message>
    <message>
        <source>works, gaps of {ms} ms</source>
        <translation>fungerar, mellanrum på {ms} ms</translation>
    </message>
    <message>
        <source>Saved for you. It is used from your next sign-in on (F12).</source>
        <translation>Sparat för dig. Det används från din nästa inloggning (F12).</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Light</source>
        <translation>Ljust</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mörkt</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Something does not print</source>
        <translation>Något skrivs inte ut</translation>
    </message>
    <message>
        <source>Make bundle</source>
        <translation>Skapa paket</translation>
    </message>
    <message>
        <source>Print a test of each</source>
        <translation>Skriv ut ett test av varje</translation>
    </message>
    <message>
        <source>for {desk} · saved as you change them</source>
        <translation>för {desk} · sparas när du ändrar</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>On</source>
        <translation>På</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Lås efter</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Utseende och språk</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>genast</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textstorlek</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Den här arbetsplatsen</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Ljud</translation>
    </message>
    <message>
        <source>when a scan is refused</source>
        <translation>när en skanning nekas</translation>
    </message>
    <message>
        <source>when nobody touches it</source>
        <translation>när ingen rör den</translation>
    </message>
    <message>
        <source>Work offline on purpose</source>
        <translation>Arbeta offline med avsikt</translation>
    </message>
    <message>
        <source>until you turn it off</source>
        <translation>tills du stänger av det</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostik</translation>
    </message>
    <message>
        <source>what support needs</source>
        <translation>det som supporten behöver</translation>
    </message>
    <message>
        <source>The bundle holds versions, states, counts and where things went wrong. No names, phone numbers, prices or codes. You can read it before you send it.</source>
        <translation>Paketet innehåller versioner, lägen, antal och var något gick fel. Inga namn, telefonnummer, priser eller koder. Du kan läsa det innan du skickar det.</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minut</numerusform>
            <numerusform>%n minuter</numerusform>
        </translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Skanner</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Arbetsplatser</translation>
    </message>
    <message>
        <source>for you, from your next sign-in</source>
        <translation>för dig, från nästa inloggning</translation>
    </message>
    <message>
        <source>for you, from your next sign-in; Ctrl + and −</source>
        <translation>för dig, från nästa inloggning; Ctrl + och −</translation>
    </message>
</context>
<context>
    <name>ShellControl</name>
    <message>
        <source>On purpose</source>
        <translation>Med avsikt</translation>
    </message>
    <message>
        <source>Next try in {n} s</source>
        <translation>Nästa försök om {n} s</translation>
    </message>
    <message>
        <source>Trying now</source>
        <translation>Försöker nu</translation>
    </message>
    <message numerus="yes">
        <source>Online again. Sending %n changes.</source>
        <translation>
            <numerusform>Nätet är tillbaka. Skickar %n ändring.</numerusform>
            <numerusform>Nätet är tillbaka. Skickar %n ändringar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Online again. Everything is sent.</source>
        <translation>Nätet är tillbaka. Allt är skickat.</translation>
    </message>
    <message>
        <source>Printed on {printer}.</source>
        <translation>Utskrivet på {printer}.</translation>
    </message>
    <message>
        <source>Not printed: {why}. What you did is saved. It prints by itself when the printer is back.</source>
        <translation>Inte utskrivet: {why}. Det du gjorde är sparat. Det skrivs ut av sig självt när skrivaren är tillbaka.</translation>
    </message>
    <message>
        <source>No printer here prints this. What you did is saved; show the screen instead.</source>
        <translation>Ingen skrivare här skriver ut det. Det du gjorde är sparat; visa skärmen i stället.</translation>
    </message>
    <message>
        <source>Did {title} come out? If not, print it again with Ctrl+P.</source>
        <translation>Kom {title} ut? Om inte, skriv ut igen med Ctrl+P.</translation>
    </message>
    <message>
        <source>Saved as a PDF in {folder}.</source>
        <translation>Sparad som PDF i {folder}.</translation>
    </message>
    <message>
        <source>This desk&apos;s worker stopped and was started again. Nothing is lost.</source>
        <translation>Arbetsplatsens arbetsprocess stannade och startades igen. Inget är förlorat.</translation>
    </message>
    <message>
        <source>This desk&apos;s worker does not start. Nothing is lost. Close StoreDesk and open it again.</source>
        <translation>Arbetsplatsens arbetsprocess startar inte. Inget är förlorat. Stäng StoreDesk och öppna igen.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Övning</translation>
    </message>
</context>
<context>
    <name>ShiftSheet</name>
    <message>
        <source>Choose who goes on, or that the work is given back.</source>
        <translation>Välj vem som fortsätter, eller att arbetet lämnas tillbaka.</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>Skiftbyte</translation>
    </message>
    <message>
        <source>Change shift</source>
        <translation>Byt skift</translation>
    </message>
    <message>
        <source>Somebody goes home, and the work goes on.</source>
        <translation>Någon går hem, och arbetet fortsätter.</translation>
    </message>
    <message>
        <source>Who leaves</source>
        <translation>Vem går</translation>
    </message>
    <message numerus="yes">
        <source>%n pickups in work: {numbers}</source>
        <translation>
            <numerusform>%n påbörjad upphämtning: {numbers}</numerusform>
            <numerusform>%n påbörjade upphämtningar: {numbers}</numerusform>
        </translation>
    </message>
    <message>
        <source>No pickups in work.</source>
        <translation>Inga påbörjade upphämtningar.</translation>
    </message>
    <message>
        <source>goes on with them</source>
        <translation>fortsätter med dem</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Lämna tillbaka</translation>
    </message>
    <message>
        <source>anybody can start or go on</source>
        <translation>vem som helst kan fortsätta</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Find</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tangenter</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nästa ruta</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Why this number, price or state</source>
        <translation>Varför detta tal, pris eller läge</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Ta alla</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synka nu</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Föregående ruta</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Second step</source>
        <translation>Andra steget</translation>
    </message>
    <message>
        <source>Main step</source>
        <translation>Huvudsteget</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Helskärm</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Kommandon</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Ett steg tillbaka</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Idag</translation>
    </message>
    <message>
        <source>Pickups</source>
        <translation>Hämtning</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Offerter</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunder</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Att åtgärda</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanaler</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Ny offert</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Dirigering</translation>
    </message>
    <message>
        <source>Print this</source>
        <translation>Skriv ut detta</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>Tile or tab</source>
        <translation>Ruta eller flik</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Välj</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Qty up</source>
        <translation>Fler</translation>
    </message>
    <message>
        <source>Qty down</source>
        <translation>Färre</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Lämna ut</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Nästa fält</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Slutför</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Bocka alla</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>ID seen</source>
        <translation>Legitimation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Någon annan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retur</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nästa steg</translation>
    </message>
    <message>
        <source>Who calls</source>
        <translation>Vem ringer</translation>
    </message>
    <message>
        <source>Change or ask</source>
        <translation>Ändra eller fråga</translation>
    </message>
    <message>
        <source>Ask central for orders</source>
        <translation>Fråga centralen om ordrar</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Ärende</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Välj</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Utför</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senare</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Skillnad</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Move the rule up</source>
        <translation>Flytta upp regeln</translation>
    </message>
    <message>
        <source>Move rule</source>
        <translation>Flytta regel</translation>
    </message>
    <message>
        <source>On, off</source>
        <translation>På, av</translation>
    </message>
    <message>
        <source>Take the rule out</source>
        <translation>Ta bort regeln</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Kasta</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Tänk om</translation>
    </message>
    <message>
        <source>Use draft</source>
        <translation>Använd utkast</translation>
    </message>
    <message>
        <source>Sets that were in use</source>
        <translation>Uppsättningar som varit i bruk</translation>
    </message>
    <message>
        <source>In use or draft</source>
        <translation>I bruk eller utkast</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Försök nu</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Försök alla igen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Avgör</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Kontrollera journalen</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Kopiera för supporten</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Till arbetet</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Logga in</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Någon annan</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Inget svar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Större text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Mindre text</translation>
    </message>
    <message>
        <source>Work offline on purpose, or end that</source>
        <translation>Arbeta offline med avsikt, eller avsluta det</translation>
    </message>
    <message>
        <source>Does not print</source>
        <translation>Skrivs inte ut</translation>
    </message>
    <message>
        <source>Make bundle</source>
        <translation>Skapa paket</translation>
    </message>
    <message>
        <source>Test prints</source>
        <translation>Testutskrifter</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Ångra detta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Count, adjust</source>
        <translation>Räkna, justera</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Flytta hit</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Träff</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>Kopiera svaret</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Utfärda</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Rulla</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Note a yes</source>
        <translation>Notera ja</translation>
    </message>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>Arbetsledarens PIN</translation>
    </message>
    <message>
        <source>Words by phone</source>
        <translation>Ord per telefon</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Håll undan</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Lägg till rad</translation>
    </message>
    <message>
        <source>Take the line out</source>
        <translation>Ta bort raden</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>PO number</source>
        <translation>Ordernummer hos kund</translation>
    </message>
    <message>
        <source>Company or buyer</source>
        <translation>Företag eller köpare</translation>
    </message>
    <message>
        <source>End the quote</source>
        <translation>Avsluta offerten</translation>
    </message>
    <message>
        <source>Ask for approval online</source>
        <translation>Be om godkännande online</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marginal</translation>
    </message>
    <message>
        <source>Print the quote</source>
        <translation>Skriv ut offerten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>To the answers</source>
        <translation>Till svaren</translation>
    </message>
    <message>
        <source>Keep longer</source>
        <translation>Spara längre</translation>
    </message>
    <message>
        <source>Do the answer</source>
        <translation>Utför svaret</translation>
    </message>
    <message>
        <source>Quote from a request</source>
        <translation>Offert från förfrågan</translation>
    </message>
    <message>
        <source>Next meaning</source>
        <translation>Nästa betydelse</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Utelämna</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Välj fil</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Byt</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>Skiftbyte</translation>
    </message>
    <message>
        <source>Open or close the day</source>
        <translation>Öppna eller stäng dagen</translation>
    </message>
    <message>
        <source>To another store</source>
        <translation>Till annan butik</translation>
    </message>
    <message>
        <source>Somebody else collects</source>
        <translation>Någon annan hämtar</translation>
    </message>
    <message>
        <source>New transfer</source>
        <translation>Ny omflyttning</translation>
    </message>
    <message>
        <source>Receive a transfer</source>
        <translation>Ta emot en omflyttning</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Omflyttningar</translation>
    </message>
    <message>
        <source>Send part</source>
        <translation>Skicka del</translation>
    </message>
    <message>
        <source>Send, receive</source>
        <translation>Skicka, ta emot</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Arbetsplatser</translation>
    </message>
    <message>
        <source>Do not send, nothing arrived</source>
        <translation>Skicka inte, inget kom</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Kontrollera nu</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Ta deras</translation>
    </message>
    <message>
        <source>Fix all like this</source>
        <translation>Rätta alla lika</translation>
    </message>
    <message>
        <source>Fix one</source>
        <translation>Rätta en</translation>
    </message>
    <message>
        <source>Why this store</source>
        <translation>Varför butiken</translation>
    </message>
    <message>
        <source>Add what was looked at</source>
        <translation>Lägg till det som har tittats på</translation>
    </message>
    <message>
        <source>Add to quote</source>
        <translation>Lägg i offerten</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>Lägg till en kanal</translation>
    </message>
    <message>
        <source>How this channel is connected</source>
        <translation>Hur kanalen är ansluten</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kontrollera igen</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Slå på</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Spara och stäng</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Messages</source>
        <translation>Meddelanden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Scan the bin</source>
        <translation>Skanna facket</translation>
    </message>
    <message>
        <source>Staging bin</source>
        <translation>Hyllfack</translation>
    </message>
    <message>
        <source>parcel {number} of {total}</source>
        <translation>paket {number} av {total}</translation>
    </message>
    <message>
        <source>room for {number}</source>
        <translation>plats för {number}</translation>
    </message>
    <message>
        <source>Not known on this desk</source>
        <translation>Inte känd här</translation>
    </message>
    <message>
        <source>Bought by {name}</source>
        <translation>Köpt av {name}</translation>
    </message>
    <message>
        <source>May also collect: {name}</source>
        <translation>Får också hämta: {name}</translation>
    </message>
    <message>
        <source>A gift: show no prices</source>
        <translation>En gåva: visa inga priser</translation>
    </message>
    <message>
        <source>Age check at handover, {years}</source>
        <translation>Ålderskontroll vid utlämning, {years}</translation>
    </message>
    <message>
        <source>Collects</source>
        <translation>Hämtar</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Betald</translation>
    </message>
    <message>
        <source>Card authorised</source>
        <translation>Kort reserverat</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>På faktura</translation>
    </message>
    <message>
        <source>To pay at the till</source>
        <translation>Betalas i kassan</translation>
    </message>
    <message>
        <source>Rest to pay at the till</source>
        <translation>Resten i kassan</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Spärrad</translation>
    </message>
    <message>
        <source>Refund asked</source>
        <translation>Återbetalning begärd</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Återbetald</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Okänd</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betalning</translation>
    </message>
    <message>
        <source>{number} in {bins}</source>
        <translation>{number} i {bins}</translation>
    </message>
    <message>
        <source>Also ready for this customer</source>
        <translation>Också klart för kunden</translation>
    </message>
    <message>
        <source>Taken back: the goods did not leave.</source>
        <translation>Ångrad: varorna gick inte ut.</translation>
    </message>
    <message>
        <source>Correct handover</source>
        <translation>Rätta utlämning</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Utlämnad</translation>
    </message>
    <message>
        <source>not on this desk</source>
        <translation>inte på den här arbetsplatsen</translation>
    </message>
    <message>
        <source>Collect in {place}</source>
        <translation>Hämtas i {place}</translation>
    </message>
    <message>
        <source>{name} collects</source>
        <translation>{name} hämtar</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Begärt</translation>
    </message>
</context>
<context>
    <name>SignInPane</name>
    <message>
        <source>A secret is never shown again.</source>
        <translation>En hemlighet visas aldrig igen.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Logga in</translation>
    </message>
    <message>
        <source>kept encrypted</source>
        <translation>krypterat</translation>
    </message>
    <message>
        <source>Name here</source>
        <translation>Namn här</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>Kort kod</translation>
    </message>
</context>
<context>
    <name>SiteForm</name>
    <message>
        <source>Below {company}, on its terms and its credit.</source>
        <translation>Under {company}, på dess villkor och kredit.</translation>
    </message>
    <message>
        <source>Add below</source>
        <translation>Lägg till under</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Arbetsställe</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Kostnadsställe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Write the name first.</source>
        <translation>Skriv namnet först.</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Läser in</translation>
    </message>
</context>
<context>
    <name>SplitSheet</name>
    <message>
        <source>One more parcel</source>
        <translation>Ett paket till</translation>
    </message>
    <message>
        <source>Put in bins</source>
        <translation>Ställ i fack</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Several parcels for {number}</source>
        <translation>Flera paket för {number}</translation>
    </message>
    <message>
        <source>Each parcel gets its own label and bin.</source>
        <translation>Varje paket får egen etikett och eget fack.</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Fack</translation>
    </message>
    <message>
        <source>Parcel {number}</source>
        <translation>Paket {number}</translation>
    </message>
    <message>
        <source>Share out every picked piece, none twice.</source>
        <translation>Fördela varje plockad vara, ingen två gånger.</translation>
    </message>
    <message>
        <source>There is no bin {code} on this shelf.</source>
        <translation>Det finns inget fack {code} på den här hyllan.</translation>
    </message>
    <message>
        <source>Each parcel needs a bin.</source>
        <translation>Varje paket behöver ett fack.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Slip printer ok</source>
        <translation>Skrivare ok</translation>
    </message>
    <message>
        <source>Slip printer stopped</source>
        <translation>Skrivaren står</translation>
    </message>
    <message>
        <source>Oldest unsent: {age}</source>
        <translation>Äldsta osända: {age}</translation>
    </message>
</context>
<context>
    <name>StepHead</name>
    <message>
        <source>done</source>
        <translation>klart</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>att göra</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message numerus="yes">
        <source>%n things are missing</source>
        <translation>
            <numerusform>%n sak saknas</numerusform>
            <numerusform>%n saker saknas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to match</source>
        <translation>
            <numerusform>%n att para ihop</numerusform>
            <numerusform>%n att para ihop</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in first</source>
        <translation>Logga in först</translation>
    </message>
    <message>
        <source>Check it first</source>
        <translation>Kontrollera först</translation>
    </message>
    <message numerus="yes">
        <source>%n fields to fill</source>
        <translation>
            <numerusform>%n fält att fylla i</numerusform>
            <numerusform>%n fält att fylla i</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places to choose</source>
        <translation>
            <numerusform>%n plats att välja</numerusform>
            <numerusform>%n platser att välja</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Done: {done}. Now: {now}</source>
        <translation>Klart: {done}. Nu: {now}</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>On hand here</source>
        <translation>I lager här</translation>
    </message>
    <message>
        <source>Reserved for pickups</source>
        <translation>Till upphämtning</translation>
    </message>
    <message>
        <source>Held for customers</source>
        <translation>Undanhållet åt kunder</translation>
    </message>
    <message>
        <source>Lent to another desk</source>
        <translation>Utlånat till annan disk</translation>
    </message>
    <message>
        <source>Reserved for this customer</source>
        <translation>Reserverat åt kunden</translation>
    </message>
    <message>
        <source>Store safety stock</source>
        <translation>Butikens säkerhetslager</translation>
    </message>
    <message>
        <source>Kept back for the channel</source>
        <translation>Kanalens buffert</translation>
    </message>
    <message>
        <source>Arrivals due</source>
        <translation>På väg in</translation>
    </message>
    <message>
        <source>Never below zero</source>
        <translation>Aldrig under noll</translation>
    </message>
    <message>
        <source>This customer first</source>
        <translation>Den här kunden först</translation>
    </message>
    <message>
        <source>Share of this desk</source>
        <translation>Arbetsplatsens andel</translation>
    </message>
</context>
<context>
    <name>StockControl</name>
    <message>
        <source>Stock is adjusted.</source>
        <translation>Lagret är justerat.</translation>
    </message>
    <message>
        <source>The count is saved.</source>
        <translation>Inventeringen är sparad.</translation>
    </message>
    <message>
        <source>The transfer is asked for.</source>
        <translation>Omflyttningen är begärd.</translation>
    </message>
    <message>
        <source>No number can be given now. Press again.</source>
        <translation>Inget nummer kan ges just nu. Tryck igen.</translation>
    </message>
</context>
<context>
    <name>StockScreen</name>
    <message>
        <source>Style {style}</source>
        <translation>Modell {style}</translation>
    </message>
    <message>
        <source>Scan an article</source>
        <translation>Skanna en vara</translation>
    </message>
    <message>
        <source>Or type a name, colour and size, an SKU or EAN.</source>
        <translation>Eller skriv namn, färg och storlek, SKU eller EAN.</translation>
    </message>
    <message>
        <source>No match for “{text}”</source>
        <translation>Ingen träff på ”{text}”</translation>
    </message>
    <message numerus="yes">
        <source>Searched %n articles on this desk.</source>
        <translation>
            <numerusform>Sökte bland %n vara på arbetsplatsen.</numerusform>
            <numerusform>Sökte bland %n varor på arbetsplatsen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Sök igen</translation>
    </message>
    <message>
        <source>Stock cannot be read</source>
        <translation>Lagret kan inte läsas</translation>
    </message>
    <message>
        <source>No other place has any to spare.</source>
        <translation>Ingen annan plats har någon att avvara.</translation>
    </message>
    <message>
        <source>None of it is free here. Ask another place: F8.</source>
        <translation>Ingen är ledig här. Fråga ett annat ställe: F8.</translation>
    </message>
    <message>
        <source>This hold has ended already.</source>
        <translation>Den är redan avslutad.</translation>
    </message>
</context>
<context>
    <name>StoppedScreen</name>
    <message>
        <source>{desk} is no longer in use</source>
        <translation>{desk} används inte längre</translation>
    </message>
    <message>
        <source>Central answers this desk no more: it was replaced, or it was signed out. Go on at another desk. To use this machine again, set it up anew with a new code.</source>
        <translation>Centralen svarar inte den här arbetsplatsen mer: den har ersatts eller loggats ut. Fortsätt vid en annan arbetsplats. Installera om med en ny kod för att använda datorn igen.</translation>
    </message>
    <message>
        <source>Save what was not sent</source>
        <translation>Spara det som inte skickats</translation>
    </message>
    <message numerus="yes">
        <source>%n changes were not sent. They are kept on this desk, sealed.</source>
        <translation>
            <numerusform>%n ändring skickades inte. Den finns kvar på den här arbetsplatsen, förseglad.</numerusform>
            <numerusform>%n ändringar skickades inte. De finns kvar på den här arbetsplatsen, förseglade.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was sent before.</source>
        <translation>Allt skickades innan.</translation>
    </message>
    <message>
        <source>Set this machine up anew</source>
        <translation>Sätt upp den här datorn på nytt</translation>
    </message>
    <message>
        <source>Names, orders and stock are removed from this machine.</source>
        <translation>Namn, order och lager är borttagna från den här datorn.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes were not sent. They lie sealed in the file below: give it to a manager, central reads it and decides them.</source>
        <translation>
            <numerusform>%n ändring skickades inte. Den ligger förseglad i filen nedan: ge den till en chef, centralen läser den och beslutar om den.</numerusform>
            <numerusform>%n ändringar skickades inte. De ligger förseglade i filen nedan: ge den till en chef, centralen läser den och beslutar om dem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupervisorSheet</name>
    <message numerus="yes">
        <source>That is not the PIN. %n tries left.</source>
        <translation>
            <numerusform>Det är inte rätt PIN. %n försök kvar.</numerusform>
            <numerusform>Det är inte rätt PIN. %n försök kvar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Opens again in %n min. Ask another supervisor.</source>
        <translation>
            <numerusform>För många försök. Öppnas igen om %n min. Fråga en annan arbetsledare.</numerusform>
            <numerusform>För många försök. Öppnas igen om %n min. Fråga en annan arbetsledare.</numerusform>
        </translation>
    </message>
    <message>
        <source>This person may not check it here.</source>
        <translation>Den personen får inte kontrollera det här.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>You stay signed in.</source>
        <translation>Du är fortfarande inloggad.</translation>
    </message>
    <message>
        <source>{name}: type your PIN</source>
        <translation>{name}: slå din PIN</translation>
    </message>
    <message>
        <source>Who checks it? Press 1–{last}, then type the PIN.</source>
        <translation>Vem kontrollerar? Tryck 1–{last}, slå sedan PIN.</translation>
    </message>
    <message>
        <source>Nobody of this store may do this. Ask central.</source>
        <translation>Ingen i butiken får göra det här. Fråga centralen.</translation>
    </message>
</context>
<context>
    <name>SupervisorTiles</name>
    <message>
        <source>Who checks it?</source>
        <translation>Vem kontrollerar?</translation>
    </message>
</context>
<context>
    <name>SwapOffers</name>
    <message>
        <source>Or another one instead, same price</source>
        <translation>Eller en annan i stället, samma pris</translation>
    </message>
    <message>
        <source>Swap: {what} · {number} here</source>
        <translation>Byt: {what} · {number} här</translation>
    </message>
</context>
<context>
    <name>SyncControl</name>
    <message>
        <source>Trying now.</source>
        <translation>Försöker nu.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Utan nät sedan {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait to be sent.</source>
        <translation>
            <numerusform>%n ändring väntar på att skickas.</numerusform>
            <numerusform>%n ändringar väntar på att skickas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest: {age}.</source>
        <translation>Den äldsta: {age}.</translation>
    </message>
    <message>
        <source>Being read from end to end.</source>
        <translation>Läses från början till slut.</translation>
    </message>
    <message>
        <source>Entry {number} does not fit, found {time}. Nothing is lost: save a copy of unsent and call support, D-31.</source>
        <translation>Post {number} stämmer inte, upptäckt {time}. Inget är förlorat: spara en kopia av det osända och ring supporten, D-31.</translation>
    </message>
    <message>
        <source>Checked in full {time}: {n} entries, {seconds} s. Every entry fits.</source>
        <translation>Kontrollerad i sin helhet {time}: {n} poster, {seconds} s. Varje post stämmer.</translation>
    </message>
    <message>
        <source>Journal: entry {number} does not fit. See Sync.</source>
        <translation>Journalen: post {number} stämmer inte. Se Synk.</translation>
    </message>
    <message>
        <source>Copied for support. Nothing of a person is in it.</source>
        <translation>Kopierat för supporten. Inget om någon person finns med.</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Allt är skickat.</translation>
    </message>
    <message>
        <source>Each entry carries the mark of the one before.</source>
        <translation>Varje post bär märket från den förra.</translation>
    </message>
    <message>
        <source>A sealed copy is in your documents: {name}</source>
        <translation>En förseglad kopia ligger i dina dokument: {name}</translation>
    </message>
</context>
<context>
    <name>SyncPill</name>
    <message>
        <source>Synced</source>
        <translation>Synkad</translation>
    </message>
    <message numerus="yes">
        <source>%n needs you</source>
        <translation>
            <numerusform>%n väntar på dig</numerusform>
            <numerusform>%n väntar på dig</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending {sent} of {all}</source>
        <translation>Skickar {sent} av {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n att skicka</numerusform>
            <numerusform>%n att skicka</numerusform>
        </translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>sedan {time}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Utan nät</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n väntar på dig</numerusform>
            <numerusform>%n väntar på dig</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sending</source>
        <translation>Skickar inte</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startar</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Waiting</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Näst</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Skickas</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Väntar på</translation>
    </message>
    <message>
        <source>Again in</source>
        <translation>Igen om</translation>
    </message>
    <message>
        <source>Kept for later</source>
        <translation>Sparas till senare</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Nekad</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Rättad</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Väntar på dig</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bekräftad</translation>
    </message>
    <message>
        <source>Save a copy of unsent</source>
        <translation>Spara kopia av osänt</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Försök nu</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Försök alla igen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Avgör</translation>
    </message>
    <message>
        <source>Changes of this desk</source>
        <translation>Arbetsplatsens ändringar</translation>
    </message>
    <message>
        <source>Everything is sent: there is nothing to save.</source>
        <translation>Allt är skickat: det finns inget att spara.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Inget väntar på att skickas.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synk</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Allt skickat</translation>
    </message>
    <message>
        <source>Nothing of this desk waits.</source>
        <translation>Inget härifrån väntar.</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Avgjorda</translation>
    </message>
    <message>
        <source>Works without network</source>
        <translation>Fungerar utan nät</translation>
    </message>
    <message>
        <source>What is done without a line is kept on this desk and goes out by itself, in its order.</source>
        <translation>Det som görs utan förbindelse sparas på arbetsplatsen och går ut av sig självt, i sin ordning.</translation>
    </message>
    <message>
        <source>Nothing is thrown away by itself. One that is refused stops only what depends on it.</source>
        <translation>Inget slängs av sig självt. En som nekas stoppar bara det som beror på den.</translation>
    </message>
    <message>
        <source>Everything at the counter works until {time}</source>
        <translation>Allt vid disken fungerar till {time}</translation>
    </message>
    <message>
        <source>Choose an entry first.</source>
        <translation>Välj en post först.</translation>
    </message>
    <message>
        <source>Of this desk</source>
        <translation>Härifrån</translation>
    </message>
    <message>
        <source>Choose the entry that needs you.</source>
        <translation>Välj posten som väntar på dig.</translation>
    </message>
    <message>
        <source>Nothing needs a decision.</source>
        <translation>Inget behöver avgöras.</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>entry {number} · {name}</source>
        <translation>post {number} · {name}</translation>
    </message>
    <message>
        <source>may be refused: something changed</source>
        <translation>kan nekas: något har ändrats</translation>
    </message>
    <message>
        <source>sent again: central was put back</source>
        <translation>skickas igen: centralt återställdes</translation>
    </message>
    <message>
        <source>goes out in its turn</source>
        <translation>går ut i sin tur</translation>
    </message>
    <message>
        <source>on its way now</source>
        <translation>på väg nu</translation>
    </message>
    <message>
        <source>goes after {number}, same desk</source>
        <translation>går efter {number}, samma arbetsplats</translation>
    </message>
    <message>
        <source>no line: goes out when it is back</source>
        <translation>ingen förbindelse: går ut när den är tillbaka</translation>
    </message>
    <message>
        <source>this desk is offline on purpose</source>
        <translation>arbetsplatsen är frånkopplad med flit</translation>
    </message>
    <message>
        <source>central asked to wait</source>
        <translation>centralt bad att få vänta</translation>
    </message>
    <message>
        <source>central does not let this desk send</source>
        <translation>centralt låter inte arbetsplatsen skicka</translation>
    </message>
    <message>
        <source>central cannot read it yet</source>
        <translation>centralt kan inte läsa den än</translation>
    </message>
    <message>
        <source>central said no</source>
        <translation>centralt sa nej</translation>
    </message>
    <message>
        <source>taken, and somebody has to look</source>
        <translation>tagen, och någon måste titta</translation>
    </message>
    <message>
        <source>central took it</source>
        <translation>centralt tog emot den</translation>
    </message>
    <message>
        <source>decided again, otherwise</source>
        <translation>avgjord på nytt, annorlunda</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Den här arbetsplatsen</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Försök</translation>
    </message>
    <message>
        <source>{n}, last {time}</source>
        <translation>{n}, senast {time}</translation>
    </message>
    <message>
        <source>Central answered</source>
        <translation>Centralt svarade</translation>
    </message>
    <message>
        <source>In its words</source>
        <translation>Med dess ord</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Förut</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Väntar på</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>post {number}</translation>
    </message>
    <message>
        <source>Waiting behind it</source>
        <translation>Väntar bakom den</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n ändring</numerusform>
            <numerusform>%n ändringar</numerusform>
        </translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Åtgärd</translation>
    </message>
    <message>
        <source>Nothing has gone out for 15 minutes, though central answers.</source>
        <translation>Inget har gått ut på 15 minuter, fast centralt svarar.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are safe on this desk. Try now (F5). If it stays so, copy the oldest one and call support.</source>
        <translation>
            <numerusform>%n ändring är sparad på den här arbetsplatsen. Försök nu (F5). Hjälper det inte, kopiera den äldsta och ring supporten.</numerusform>
            <numerusform>%n ändringar är sparade på den här arbetsplatsen. Försök nu (F5). Hjälper det inte, kopiera den äldsta och ring supporten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new has come in for 15 minutes, though central answers.</source>
        <translation>Inget nytt har kommit in på 15 minuter, fast centralt svarar.</translation>
    </message>
    <message>
        <source>What you do is safe and goes out. Figures may be old: call support, D-14.</source>
        <translation>Det du gör är säkert och går ut. Siffror kan vara gamla: ring supporten, D-14.</translation>
    </message>
    <message>
        <source>This desk’s data is in use twice.</source>
        <translation>Arbetsplatsens data används på två håll.</translation>
    </message>
    <message>
        <source>Noticed at {time}. Your work is safe. Close the other copy of this desk, then tell support: D-15.</source>
        <translation>Märktes {time}. Ditt arbete är säkert. Stäng den andra kopian av arbetsplatsen och säg till supporten: D-15.</translation>
    </message>
    <message>
        <source>The central system was put back to an earlier state.</source>
        <translation>Det centrala systemet återställdes till ett tidigare läge.</translation>
    </message>
    <message>
        <source>Noticed at {time}. This desk sends again what it knows. Work goes on.</source>
        <translation>Märktes {time}. Den här arbetsplatsen skickar igen det den vet. Arbetet går vidare.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes were decided again, and otherwise than before.</source>
        <translation>
            <numerusform>%n ändring avgjordes på nytt, och annorlunda än förut.</numerusform>
            <numerusform>%n ändringar avgjordes på nytt, och annorlunda än förut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both answers stand under Decided. Look before you go on.</source>
        <translation>Båda svaren står under Avgjorda. Titta innan du går vidare.</translation>
    </message>
    <message>
        <source>The central system cannot read this yet. It is safe there, and nothing waits for it.</source>
        <translation>Det centrala systemet kan inte läsa det än. Det är säkert där, och inget väntar på det.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are kept for later.</source>
        <translation>
            <numerusform>%n ändring sparas till senare.</numerusform>
            <numerusform>%n ändringar sparas till senare.</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the data is being fetched again.</source>
        <translation>En del av uppgifterna hämtas på nytt.</translation>
    </message>
    <message>
        <source>Work goes on with what is here.</source>
        <translation>Arbetet går vidare med det som finns här.</translation>
    </message>
    <message>
        <source>{done} of {all} MB, {rows} rows. Work goes on with what is here.</source>
        <translation>{done} av {all} MB, {rows} rader. Arbetet går vidare med det som finns här.</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>Central said no.</source>
        <translation>Centralt sa nej.</translation>
    </message>
    <message>
        <source>Nothing of it counts. What to do with the goods stands in Attention.</source>
        <translation>Inget av den gäller. Vad som ska göras med varorna står i Att åtgärda.</translation>
    </message>
    <message>
        <source>Taken, and somebody has to look.</source>
        <translation>Tagen, och någon måste titta.</translation>
    </message>
    <message>
        <source>It stands in Attention. Nothing else waits for this.</source>
        <translation>Den står i Att åtgärda. Inget annat väntar på den.</translation>
    </message>
    <message>
        <source>Kept for later: the central system cannot read it yet.</source>
        <translation>Sparad till senare: det centrala systemet kan inte läsa den än.</translation>
    </message>
    <message>
        <source>It is safe there and is decided after an update. Nothing else waits for this.</source>
        <translation>Den är säker där och avgörs efter en uppdatering. Inget annat väntar på den.</translation>
    </message>
    <message>
        <source>Decided again, otherwise than before.</source>
        <translation>Avgjord på nytt, annorlunda än förut.</translation>
    </message>
    <message>
        <source>The central system had been put back to an earlier state. See what is true now before you go on.</source>
        <translation>Det centrala systemet hade återställts till ett tidigare läge. Se vad som gäller nu innan du går vidare.</translation>
    </message>
    <message>
        <source>May be refused.</source>
        <translation>Kan nekas.</translation>
    </message>
    <message>
        <source>Something it was based on has changed centrally. It is sent all the same, and central decides.</source>
        <translation>Något som den byggde på har ändrats centralt. Den skickas ändå, och centralt avgör.</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>tagen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>nekad</translation>
    </message>
    <message>
        <source>kept for later</source>
        <translation>sparad till senare</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
</context>
<context>
    <name>TallStepper</name>
    <message>
        <source>Step: {name}</source>
        <translation>Steg: {name}</translation>
    </message>
</context>
<context>
    <name>TaskDetail</name>
    <message>
        <source>Needs a decision</source>
        <translation>Behöver beslut</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>Öppna order</translation>
    </message>
    <message>
        <source>What this desk did</source>
        <translation>Vad arbetsplatsen gjorde</translation>
    </message>
    <message>
        <source>What central has now</source>
        <translation>Vad centralen har nu</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>Vad det betyder</translation>
    </message>
    <message>
        <source>Both entries stay in the journal.</source>
        <translation>Båda posterna finns kvar i journalen.</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Gör det</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Att göra</translation>
    </message>
    <message>
        <source>Do choice {number}</source>
        <translation>Gör val {number}</translation>
    </message>
    <message>
        <source>Choose what should happen.</source>
        <translation>Välj vad som ska hända.</translation>
    </message>
    <message>
        <source>What should happen?</source>
        <translation>Vad ska hända?</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Till receipt</source>
        <translation>Kassakvitto</translation>
    </message>
    <message>
        <source>In bin {bins}</source>
        <translation>I hyllfack {bins}</translation>
    </message>
    <message>
        <source>Stock difference</source>
        <translation>Lagerskillnad</translation>
    </message>
    <message>
        <source>Money to look into</source>
        <translation>Belopp att utreda</translation>
    </message>
    <message>
        <source>Open quote</source>
        <translation>Öppna offert</translation>
    </message>
</context>
<context>
    <name>TermsPanel</name>
    <message>
        <source>Terms</source>
        <translation>Villkor</translation>
    </message>
    <message>
        <source>Agreement ran out</source>
        <translation>Avtalet har gått ut</translation>
    </message>
    <message>
        <source>Shop prices</source>
        <translation>Butikspriser</translation>
    </message>
    <message>
        <source>Net {days}</source>
        <translation>{days} dagar netto</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>PO required</source>
        <translation>PO krävs</translation>
    </message>
    <message>
        <source>no PO needed</source>
        <translation>ingen PO krävs</translation>
    </message>
    <message>
        <source>All approvers</source>
        <translation>Alla godkännare</translation>
    </message>
    <message>
        <source>Any approver</source>
        <translation>Valfri godkännare</translation>
    </message>
    <message>
        <source>Price agreement</source>
        <translation>Prisavtal</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Prislista</translation>
    </message>
    <message>
        <source>{name}, best price</source>
        <translation>{name}, bästa pris</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Gäller till</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>inget slut</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betalning</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Skatt</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Moms</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>Momsnummer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>inget</translation>
    </message>
    <message>
        <source>Above limits</source>
        <translation>Över gränser</translation>
    </message>
</context>
<context>
    <name>TileWords</name>
    <message numerus="yes">
        <source>%n being picked</source>
        <translation>
            <numerusform>%n plockas</numerusform>
            <numerusform>%n plockas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parcels</source>
        <translation>
            <numerusform>%n kolli</numerusform>
            <numerusform>%n kolli</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past last day</source>
        <translation>
            <numerusform>%n efter sista dagen</numerusform>
            <numerusform>%n efter sista dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered today</source>
        <translation>
            <numerusform>%n besvarad idag</numerusform>
            <numerusform>%n besvarade idag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n sen</numerusform>
            <numerusform>%n sena</numerusform>
        </translation>
    </message>
    <message>
        <source>next {time}</source>
        <translation>nästa {time}</translation>
    </message>
    <message>
        <source>none late</source>
        <translation>ingen sen</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n gång</numerusform>
            <numerusform>%n gånger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept %n days, then gone.</source>
        <translation>
            <numerusform>Sparas %n dag, sedan borta.</numerusform>
            <numerusform>Sparas %n dagar, sedan borta.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Late or soon</source>
        <translation>Sena eller snart</translation>
    </message>
    <message>
        <source>To pick</source>
        <translation>Att plocka</translation>
    </message>
    <message>
        <source>Ready on shelf</source>
        <translation>Klara på hyllan</translation>
    </message>
    <message>
        <source>Last day near</source>
        <translation>Sista dag nära</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Att åtgärda</translation>
    </message>
    <message>
        <source>Closed · opens {time}</source>
        <translation>Stängt · öppnar {time}</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>Öppet till {time}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Stängt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Idag</translation>
    </message>
    <message>
        <source>{days} d +</source>
        <translation>{days} d +</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} d</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Do next</source>
        <translation>Gör härnäst</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>Att åtgärda</translation>
    </message>
    <message>
        <source>All pickups</source>
        <translation>Alla upphämtningar</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>Öppna alla</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Inget behöver dig</translation>
    </message>
    <message>
        <source>Opening the board</source>
        <translation>Öppnar tavlan</translation>
    </message>
    <message>
        <source>Nothing to pick</source>
        <translation>Inget att plocka</translation>
    </message>
    <message>
        <source>New orders show up here by themselves.</source>
        <translation>Nya ordrar dyker upp här av sig själva.</translation>
    </message>
    <message>
        <source>The board cannot be read</source>
        <translation>Tavlan kan inte läsas</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>soonest promise first</source>
        <translation>tidigaste löftet först</translation>
    </message>
    <message>
        <source>On the shelf, by age</source>
        <translation>På hyllan, efter ålder</translation>
    </message>
    <message>
        <source>There is nothing of this now.</source>
        <translation>Det finns inget av detta nu.</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>Skiftbyte</translation>
    </message>
    <message>
        <source>Open the day</source>
        <translation>Öppna dagen</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Stäng dagen</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message numerus="yes">
        <source>%n matched</source>
        <translation>
            <numerusform>%n matchad</numerusform>
            <numerusform>%n matchade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept as text</source>
        <translation>
            <numerusform>%n behålls som text</numerusform>
            <numerusform>%n behålls som text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other lines not taken</source>
        <translation>
            <numerusform>%n annan rad togs inte med</numerusform>
            <numerusform>%n andra rader togs inte med</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back: personal number</source>
        <translation>
            <numerusform>%n hölls inne: personnummer</numerusform>
            <numerusform>%n hölls inne: personnummer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over the 60 of a quote</source>
        <translation>
            <numerusform>%n utöver offertens 60</numerusform>
            <numerusform>%n utöver offertens 60</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start quote, %n lines</source>
        <translation>
            <numerusform>Påbörja offert, %n rad</numerusform>
            <numerusform>Påbörja offert, %n rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines read</source>
        <translation>
            <numerusform>%n rad läst</numerusform>
            <numerusform>%n rader lästa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachments not opened</source>
        <translation>
            <numerusform>%n bilaga öppnades inte</numerusform>
            <numerusform>%n bilagor öppnades inte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferLineHead</name>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Hylla</translation>
    </message>
    <message>
        <source>Here after</source>
        <translation>Här sedan</translation>
    </message>
</context>
<context>
    <name>TransferPane</name>
    <message>
        <source>New transfer</source>
        <translation>Ny omflyttning</translation>
    </message>
    <message>
        <source>Articles of the transfer</source>
        <translation>Omflyttningens artiklar</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Skicka inte</translation>
    </message>
    <message>
        <source>for {order}</source>
        <translation>för {order}</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Packat</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Framme</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>Pack all</source>
        <translation>Packa allt</translation>
    </message>
    <message>
        <source>All arrived</source>
        <translation>Allt är framme</translation>
    </message>
    <message>
        <source>Agree to send</source>
        <translation>Ja, skicka</translation>
    </message>
    <message>
        <source>Say no</source>
        <translation>Säg nej</translation>
    </message>
    <message>
        <source>Send all</source>
        <translation>Skicka allt</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Ta emot</translation>
    </message>
    <message numerus="yes">
        <source>%n items still to pack</source>
        <translation>
            <numerusform>%n artikel kvar att packa</numerusform>
            <numerusform>%n artiklar kvar att packa</numerusform>
        </translation>
    </message>
    <message>
        <source>{place}, received</source>
        <translation>{place}, mottaget</translation>
    </message>
    <message>
        <source>Scan what arrived, or take all</source>
        <translation>Skanna det som kom, eller ta allt</translation>
    </message>
    <message>
        <source>Send part</source>
        <translation>Skicka del</translation>
    </message>
    <message>
        <source>Its sending is not known yet</source>
        <translation>Att den skickats är inte känt än</translation>
    </message>
    <message numerus="yes">
        <source>Differs by %n: that becomes a task</source>
        <translation>
            <numerusform>Skiljer sig med %n: det blir en uppgift</numerusform>
            <numerusform>Skiljer sig med %n: det blir en uppgift</numerusform>
        </translation>
    </message>
    <message>
        <source>{items}. F8 sends the part now, the rest later.</source>
        <translation>{items}. F8 skickar delen nu, resten sedan.</translation>
    </message>
    <message>
        <source>To pack</source>
        <translation>Att packa</translation>
    </message>
    <message>
        <source>{number} missing</source>
        <translation>{number} saknas</translation>
    </message>
    <message>
        <source>{number} too many</source>
        <translation>{number} för många</translation>
    </message>
    <message>
        <source>Why it is sent</source>
        <translation>Varför den skickas</translation>
    </message>
    <message>
        <source>Order {order} waits for it.</source>
        <translation>Order {order} väntar på den.</translation>
    </message>
    <message>
        <source>Stock while it travels</source>
        <translation>Lager medan den är på väg</translation>
    </message>
    <message>
        <source>The total never changes on the way.</source>
        <translation>Summan ändras aldrig på vägen.</translation>
    </message>
    <message>
        <source>Here, on hand</source>
        <translation>Här, i lager</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>På väg</translation>
    </message>
    <message>
        <source>Nothing arrived</source>
        <translation>Inget kom fram</translation>
    </message>
</context>
<context>
    <name>TransferSheet</name>
    <message>
        <source>Ask for it</source>
        <translation>Be om den</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Choose a place and write how many.</source>
        <translation>Välj en plats och skriv hur många.</translation>
    </message>
    <message>
        <source>Transfer to us</source>
        <translation>Flytta hit</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hur många</translation>
    </message>
    <message>
        <source>{number} free</source>
        <translation>{number} lediga</translation>
    </message>
    <message>
        <source>open until {time}</source>
        <translation>öppet till {time}</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} km</translation>
    </message>
</context>
<context>
    <name>Transfers</name>
    <message>
        <source>Asked, not answered</source>
        <translation>Begärd, inget svar</translation>
    </message>
    <message>
        <source>To pack</source>
        <translation>Att packa</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>På väg</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Mottagen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Inte skickad</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Avbruten</translation>
    </message>
    <message>
        <source>They pack it</source>
        <translation>De packar den</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Begärd</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Ja sagt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Nekad</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Skickad</translation>
    </message>
    <message>
        <source>to {place}</source>
        <translation>till {place}</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>från {place}</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>Att svara på</translation>
    </message>
    <message>
        <source>Late, needed {time}</source>
        <translation>Sen, behövs {time}</translation>
    </message>
    <message>
        <source>Needed {time}</source>
        <translation>Behövs {time}</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ut</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
</context>
<context>
    <name>TransfersControl</name>
    <message>
        <source>This is not on the transfer.</source>
        <translation>Den finns inte med på omflyttningen.</translation>
    </message>
    <message>
        <source>All of it is packed.</source>
        <translation>Allt av den är packat.</translation>
    </message>
    <message>
        <source>Nothing is on its way here.</source>
        <translation>Inget är på väg hit.</translation>
    </message>
    <message>
        <source>Answered.</source>
        <translation>Besvarad.</translation>
    </message>
    <message>
        <source>Sent: the goods are on their way.</source>
        <translation>Skickad: varorna är på väg.</translation>
    </message>
    <message>
        <source>Received: the goods are on the shelf.</source>
        <translation>Mottagen: varorna står på hyllan.</translation>
    </message>
</context>
<context>
    <name>TransfersScreen</name>
    <message>
        <source>Transfers</source>
        <translation>Omflyttningar</translation>
    </message>
    <message>
        <source>No transfers open</source>
        <translation>Inga öppna omflyttningar</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Inget valt</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>Välj en till vänster.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Begärd</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Avslutade</translation>
    </message>
    <message>
        <source>Nothing is asked</source>
        <translation>Inget är begärt</translation>
    </message>
    <message>
        <source>Nothing closed lately</source>
        <translation>Inget avslutat på sistone</translation>
    </message>
    <message>
        <source>Ctrl+T asks another place for goods.</source>
        <translation>Ctrl+T begär varor från ett annat ställe.</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Not counted yet</source>
        <translation>Inte räknat än</translation>
    </message>
    <message>
        <source>{now} now, at most {most} in 90 days</source>
        <translation>{now} nu, som mest {most} på 90 dagar</translation>
    </message>
</context>
<context>
    <name>TrendPane</name>
    <message>
        <source>Differences in 90 days</source>
        <translation>Skillnader på 90 dagar</translation>
    </message>
</context>
<context>
    <name>UndoControl</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Det finns inget att ångra.</translation>
    </message>
    <message>
        <source>Saved on this desk.</source>
        <translation>Sparat vid den här arbetsplatsen.</translation>
    </message>
    <message>
        <source>It was changed meanwhile, so it cannot be taken back here.</source>
        <translation>Det har ändrats under tiden och kan därför inte ångras här.</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Ångrat: {what}</translation>
    </message>
</context>
<context>
    <name>UserChip</name>
    <message>
        <source>Signed in: {name}, {role}</source>
        <translation>Inloggad: {name}, {role}</translation>
    </message>
</context>
<context>
    <name>VariantMatrix</name>
    <message>
        <source>At the counter</source>
        <translation>Över disk</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>En färg</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>finns ej</translation>
    </message>
    <message>
        <source>none</source>
        <translation>inga</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>bara här</translation>
    </message>
    <message>
        <source>+{number} other</source>
        <translation>+{number} andra</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianter</translation>
    </message>
    <message>
        <source>{number} here</source>
        <translation>{number} här</translation>
    </message>
</context>
<context>
    <name>VariantPane</name>
    <message>
        <source>at the counter</source>
        <translation>över disk</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>Why this number</source>
        <translation>Varför den siffran</translation>
    </message>
    <message>
        <source>What each channel may sell</source>
        <translation>Vad varje kanal får sälja</translation>
    </message>
    <message>
        <source>{number} incoming {when}</source>
        <translation>{number} på väg in {when}</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Över disk</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>{orders} and {number} more</source>
        <translation>{orders} och {number} till</translation>
    </message>
    <message>
        <source>last change {time}</source>
        <translation>senast ändrad {time}</translation>
    </message>
    <message>
        <source>kept back online only</source>
        <translation>hålls undan bara online</translation>
    </message>
    <message>
        <source>Over this counter</source>
        <translation>Över den här disken</translation>
    </message>
    <message>
        <source>nothing kept back</source>
        <translation>inget hålls undan</translation>
    </message>
    <message>
        <source>Click and collect here</source>
        <translation>Upphämtning här</translation>
    </message>
    <message>
        <source>{network} in all, no buffer</source>
        <translation>{network} totalt, ingen buffert</translation>
    </message>
    <message>
        <source>{network} − buffer {buffer}</source>
        <translation>{network} − buffert {buffer}</translation>
    </message>
    <message>
        <source>Count, adjust</source>
        <translation>Räkna, justera</translation>
    </message>
    <message>
        <source>Transfer to us</source>
        <translation>Flytta hit</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>till {time}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Håll undan</translation>
    </message>
</context>
<context>
    <name>VerifySheet</name>
    <message>
        <source>Who is calling?</source>
        <translation>Vem ringer?</translation>
    </message>
    <message>
        <source>Let the caller say two of these. Do not read anything out yourself.</source>
        <translation>Låt den som ringer säga två av dessa. Läs inte upp något själv.</translation>
    </message>
    <message>
        <source>The caller is right</source>
        <translation>Uppringaren stämmer</translation>
    </message>
    <message>
        <source>Two have to be right before anything is told.</source>
        <translation>Två måste stämma innan något sägs.</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Ordernummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postnummer</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Not known on this desk</source>
        <translation>Inte känt på den här arbetsplatsen</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>stämmer</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>stämmer inte</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Väntar på att skickas</translation>
    </message>
    <message numerus="yes">
        <source>%n more, older</source>
        <translation>
            <numerusform>%n till, äldre</numerusform>
            <numerusform>%n till, äldre</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Allt är skickat.</translation>
    </message>
</context>
<context>
    <name>WhatIfPane</name>
    <message>
        <source>What if</source>
        <translation>Tänk om</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Not replayed yet</source>
        <translation>Inte uppspelat än</translation>
    </message>
    <message>
        <source>F8 replays the orders of 30 days by both sets.</source>
        <translation>F8 spelar upp 30 dagars order med båda uppsättningarna.</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Inget att jämföra</translation>
    </message>
    <message>
        <source>Change a rule, and a draft begins beside the set.</source>
        <translation>Ändra en regel, så börjar ett utkast bredvid uppsättningen.</translation>
    </message>
    <message>
        <source>{done} of {total} orders replayed</source>
        <translation>{done} av {total} order uppspelade</translation>
    </message>
    <message>
        <source>Central reads the past orders</source>
        <translation>Centralen läser tidigare order</translation>
    </message>
    <message>
        <source>No orders in these days</source>
        <translation>Inga order de här dagarna</translation>
    </message>
    <message>
        <source>There is nothing to replay.</source>
        <translation>Det finns inget att spela upp.</translation>
    </message>
    <message>
        <source>{n} orders, {days}</source>
        <translation>{n} order, {days}</translation>
    </message>
    <message>
        <source>Stock as it was each morning, from today’s stock and the movements since; what was promised the day before and had not left counts as there. Each order is tried once.</source>
        <translation>Lager som det var varje morgon, från dagens lager och rörelserna sedan dess; det som lovats dagen före och inte lämnat räknas som på plats. Varje order prövas en gång.</translation>
    </message>
    <message>
        <source>{n} older orders are left out.</source>
        <translation>{n} äldre order är utelämnade.</translation>
    </message>
</context>
<context>
    <name>WhatPane</name>
    <message>
        <source>What goes out</source>
        <translation>Vad som går ut</translation>
    </message>
    <message numerus="yes">
        <source>Scan or tick %n parcels, or say that they stay here.</source>
        <translation>
            <numerusform>Skanna eller bocka %n paket, eller säg att det stannar här.</numerusform>
            <numerusform>Skanna eller bocka %n paket, eller säg att de stannar här.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing goes out: tick a parcel.</source>
        <translation>Inget går ut: bocka ett paket.</translation>
    </message>
    <message>
        <source>An order without a parcel does not go out: take it off.</source>
        <translation>En order utan paket går inte ut: ta bort den.</translation>
    </message>
    <message>
        <source>Wrong parcel: it belongs to {owner}.</source>
        <translation>Fel paket: det hör till {owner}.</translation>
    </message>
    <message>
        <source>Do not hand it over. Put it back in its bin.</source>
        <translation>Lämna inte ut det. Lägg tillbaka det i sitt fack.</translation>
    </message>
    <message numerus="yes">
        <source>{taken} of %n parcels</source>
        <translation>
            <numerusform>{taken} av %n paket</numerusform>
            <numerusform>{taken} av %n paket</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WherePane</name>
    <message>
        <source>Where it is</source>
        <translation>Var den finns</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Undanhållet</translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>Inget är undanhållet</translation>
    </message>
    <message>
        <source>Held of this</source>
        <translation>Undan av denna</translation>
    </message>
    <message>
        <source>Held here</source>
        <translation>Undan här</translation>
    </message>
    <message>
        <source>F9 holds units of the article for a customer.</source>
        <translation>F9 håller undan varan åt en kund.</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} km</translation>
    </message>
    <message>
        <source>open until {time}</source>
        <translation>öppet till {time}</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>stängt nu</translation>
    </message>
    <message>
        <source>till silent since {time}</source>
        <translation>kassan tyst sedan {time}</translation>
    </message>
    <message>
        <source>{number} incoming</source>
        <translation>{number} på väg in</translation>
    </message>
    <message>
        <source>This store</source>
        <translation>Den här butiken</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>okänt</translation>
    </message>
</context>
<context>
    <name>WhoPane</name>
    <message>
        <source>Who is collecting?</source>
        <translation>Vem hämtar?</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Någon annan</translation>
    </message>
    <message>
        <source>This looks like a personal number. StoreDesk keeps none: take it out.</source>
        <translation>Det liknar ett personnummer. StoreDesk sparar inga: ta bort det.</translation>
    </message>
    <message>
        <source>Write the name of the person who collects.</source>
        <translation>Skriv namnet på den som hämtar.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Name of the person who collects</source>
        <translation>Namn på den som hämtar</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familj</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Vän</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Kollega</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>Bud</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Annan</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Den som hämtar</translation>
    </message>
    <message>
        <source>Named by the customer in the order.</source>
        <translation>Namngiven av kunden i ordern.</translation>
    </message>
    <message>
        <source>Not named in the order.</source>
        <translation>Inte namngiven i ordern.</translation>
    </message>
</context>
<context>
    <name>WhyControl</name>
    <message>
        <source>Central does not let you look this up. Ask a store manager.</source>
        <translation>Centralen låter dig inte slå upp det. Fråga en butikschef.</translation>
    </message>
    <message>
        <source>Central does not know this order, or its rules cannot be read now.</source>
        <translation>Centralen känner inte till ordern, eller kan inte läsa reglerna nu.</translation>
    </message>
    <message>
        <source>No line: central alone knows why. Ask again when the desk is online.</source>
        <translation>Ingen förbindelse: bara centralen vet varför. Fråga igen när disken är uppkopplad.</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>Why this store?</source>
        <translation>Varför den här butiken?</translation>
    </message>
    <message>
        <source>dry run, nothing is changed</source>
        <translation>provkörning, inget ändras</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Ordernummer</translation>
    </message>
    <message>
        <source>No order tried yet</source>
        <translation>Ingen order prövad än</translation>
    </message>
    <message>
        <source>F3, type an order number, Enter.</source>
        <translation>F3, skriv ett ordernummer, Enter.</translation>
    </message>
    <message>
        <source>Central tries order {number}</source>
        <translation>Centralen prövar order {number}</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Inget svar</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Chosen</source>
        <translation>Vald</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nästa</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>takes no new orders now</source>
        <translation>tar inga nya ordrar nu</translation>
    </message>
    <message>
        <source>had it and gave it back</source>
        <translation>hade den och lämnade tillbaka den</translation>
    </message>
    <message>
        <source>not asked by this rule</source>
        <translation>tillfrågas inte av regeln</translation>
    </message>
    <message>
        <source>the way is not known</source>
        <translation>vägen är inte känd</translation>
    </message>
    <message>
        <source>over {against} km</source>
        <translation>över {against} km</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>stängt</translation>
    </message>
    <message>
        <source>daily limit reached, {figure} of {against}</source>
        <translation>dagens gräns nådd, {figure} av {against}</translation>
    </message>
    <message>
        <source>{article}: {figure} to promise, {against} wanted</source>
        <translation>{article}: {figure} disponibelt, {against} önskas</translation>
    </message>
    <message>
        <source>could do it, not needed</source>
        <translation>kan ta den, behövs inte</translation>
    </message>
    <message>
        <source>the first that can do it all</source>
        <translation>den första som kan ta allt</translation>
    </message>
    <message>
        <source>does a part</source>
        <translation>tar en del</translation>
    </message>
    <message>
        <source>no rule takes this order</source>
        <translation>ingen regel tar den här ordern</translation>
    </message>
    <message>
        <source>too little: {figure} to promise, {against} wanted</source>
        <translation>för lite: {figure} att lova, {against} önskas</translation>
    </message>
    <message>
        <source>figures {h} h {min} min old</source>
        <translation>siffror {h} h {min} min gamla</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Why this store?</source>
        <translation>Varför den här butiken?</translation>
    </message>
    <message>
        <source>Order {number} · tried again at {time}, nothing is changed</source>
        <translation>Order {number} · provad igen {time}, inget ändras</translation>
    </message>
    <message>
        <source>No place can take this order now. It waits, and is tried again by itself.</source>
        <translation>Ingen plats kan ta ordern nu. Den väntar, och provas igen av sig självt.</translation>
    </message>
    <message>
        <source>{places}: the customer collects there, and the goods are there.</source>
        <translation>{places}: kunden hämtar där, och varorna finns där.</translation>
    </message>
    <message>
        <source>{places}: the first that the rules find with the goods.</source>
        <translation>{places}: den första som reglerna hittar med varorna.</translation>
    </message>
    <message>
        <source>Rule {number}: {name}</source>
        <translation>Regel {number}: {name}</translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n} km</translation>
    </message>
    <message>
        <source>{n} of {most}</source>
        <translation>{n} av {most}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>och {n} till</translation>
    </message>
    <message>
        <source>{place} (has it)</source>
        <translation>{place} (har den)</translation>
    </message>
    <message>
        <source>{place} brings the goods to {there}, where the customer collects.</source>
        <translation>{place} skickar varorna till {there}, där kunden hämtar.</translation>
    </message>
    <message>
        <source>{place} brings what {there} lacks; the customer collects there.</source>
        <translation>{place} skickar det som saknas på {there}; kunden hämtar där.</translation>
    </message>
    <message>
        <source>{quantity} of {article}: no place has it now</source>
        <translation>{quantity} av {article}: ingen plats har det nu</translation>
    </message>
</context>
<context>
    <name>WhyTable</name>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
</context>
<context>
    <name>WordsSheet</name>
    <message>
        <source>Done</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Words for the store</source>
        <translation>Ord till butiken</translation>
    </message>
    <message>
        <source>Order {number} · today only, for a handover without a line</source>
        <translation>Order {number} · gäller bara i dag, för en utlämning utan uppkoppling</translation>
    </message>
    <message>
        <source>Read them out only to the store.</source>
        <translation>Läs bara upp dem för butiken.</translation>
    </message>
    <message>
        <source>The store rings and names the order. Never say them to the customer, never send them.</source>
        <translation>Butiken ringer och säger ordernumret. Säg dem aldrig till kunden och skicka dem aldrig.</translation>
    </message>
    <message>
        <source>This desk cannot give the words of this store. The store asks a supervisor for the PIN.</source>
        <translation>Den här arbetsplatsen kan inte ge butikens ord. Butiken ber en arbetsledare om PIN.</translation>
    </message>
</context>
<context>
    <name>YesForm</name>
    <message>
        <source>{number}, {total}: above what the buyer may order for alone.</source>
        <translation>{number}, {total}: över vad inköparen får beställa för själv.</translation>
    </message>
    <message>
        <source>What the company says</source>
        <translation>Vad företaget säger</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Notera</translation>
    </message>
    <message>
        <source>Says yes</source>
        <translation>Säger ja</translation>
    </message>
    <message>
        <source>Says no</source>
        <translation>Säger nej</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Besked</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Här</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hur</translation>
    </message>
    <message>
        <source>Nobody of this company may agree to so much. Add an approver first.</source>
        <translation>Ingen på företaget får godkänna så mycket. Lägg till en godkännare först.</translation>
    </message>
</context>
<context>
    <name>_ChangeSheet</name>
    <message>
        <source>Central decides; until then it stands as “asked for”. It is refused once goods have left.</source>
        <translation>Centralen avgör; till dess står det som ”begärt”. Det avslås när varor har lämnat.</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Order {number}</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Väg</translation>
    </message>
    <message>
        <source>Parcels today</source>
        <translation>Paket i dag</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
</context>
<context>
    <name>_Names</name>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} och %n till</numerusform>
            <numerusform>{name} och %n till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>Say first for which company: type a part of its name.</source>
        <translation>Ange först för vilket företag: skriv en del av namnet.</translation>
    </message>
</context>
</TS>
