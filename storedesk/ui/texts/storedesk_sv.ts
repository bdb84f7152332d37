<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
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
    <name>AppShell</name>
    <message>
        <source>Try now</source>
        <translation>Försök nu</translation>
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
</context>
<context>
    <name>ChoiceCard</name>
    <message>
        <source>Suggested</source>
        <translation>Föreslås</translation>
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
    <name>CopyPanel</name>
    <message>
        <source>First copy</source>
        <translation>Första kopian</translation>
    </message>
    <message>
        <source>usable while it fills</source>
        <translation>går att använda direkt</translation>
    </message>
    <message>
        <source>Items not here yet are asked from central when scanned.</source>
        <translation>Varor som inte finns här än hämtas från centralen när de skannas.</translation>
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
        <source>Scan or search: order, phone, name, SKU, EAN, quote, bin</source>
        <translation>Skanna eller sök: order, telefon, namn, EAN, offert, fack</translation>
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
        <source>This is not an address.</source>
        <translation>Det här är ingen adress.</translation>
    </message>
    <message>
        <source>It starts with https:// and is on the manager’s screen.</source>
        <translation>Den börjar med https:// och står på chefens skärm.</translation>
    </message>
    <message>
        <source>That is not the code.</source>
        <translation>Det är inte koden.</translation>
    </message>
    <message>
        <source>Compare it with the manager’s screen.</source>
        <translation>Jämför den med chefens skärm.</translation>
    </message>
    <message>
        <source>This code has been used or is too old.</source>
        <translation>Koden är redan använd eller för gammal.</translation>
    </message>
    <message>
        <source>Let the manager make a new one, then type it here.</source>
        <translation>Låt chefen göra en ny och skriv den här.</translation>
    </message>
    <message>
        <source>The manager did not let this desk in.</source>
        <translation>Chefen släppte inte in den här arbetsplatsen.</translation>
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
        <source>Help</source>
        <translation>Hjälp</translation>
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
        <source>Address of central</source>
        <translation>Centralens adress</translation>
    </message>
    <message>
        <source>Code for this desk</source>
        <translation>Kod för den här arbetsplatsen</translation>
    </message>
    <message>
        <source>Letters and digits, capital or not. 5 tries, then a new code.</source>
        <translation>Bokstäver och siffror, stora eller små. 5 försök, sedan en ny kod.</translation>
    </message>
    <message>
        <source>On a desk that works, a manager opens Settings, Desks, Add a desk.</source>
        <translation>På en arbetsplats som fungerar öppnar en chef Inställningar, Arbetsplatser, Lägg till.</translation>
    </message>
    <message>
        <source>That screen shows a QR and a code, good for 10 minutes and for one desk.</source>
        <translation>Skärmen visar en QR och en kod, som gäller i 10 minuter och för en arbetsplats.</translation>
    </message>
    <message>
        <source>Or type it</source>
        <translation>Eller skriv</translation>
    </message>
    <message>
        <source>Next: the short number</source>
        <translation>Sedan: det korta numret</translation>
    </message>
    <message>
        <source>Both screens then show four digits, and the manager agrees with a PIN if they are the same.</source>
        <translation>Båda skärmarna visar då fyra siffror, och chefen godkänner med sin PIN om de är lika.</translation>
    </message>
    <message>
        <source>Scan the QR</source>
        <translation>Skanna QR-koden</translation>
    </message>
    <message>
        <source>quickest</source>
        <translation>snabbast</translation>
    </message>
    <message>
        <source>Scan the QR with this desk’s scanner: address and code come in together.</source>
        <translation>Skanna QR-koden med arbetsplatsens skanner: adress och kod kommer in tillsammans.</translation>
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
        <source>Nothing is stored on this desk until a manager has agreed.</source>
        <translation>Inget sparas här förrän en chef har godkänt.</translation>
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
        <source>You can start now. The rest comes in while you work.</source>
        <translation>Du kan börja nu. Resten kommer in medan du arbetar.</translation>
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
        <source>scan or type</source>
        <translation>skanna eller skriv</translation>
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
        <source>from a manager</source>
        <translation>från en chef</translation>
    </message>
    <message>
        <source>Short number</source>
        <translation>Kort nummer</translation>
    </message>
    <message>
        <source>same on both screens</source>
        <translation>samma på båda</translation>
    </message>
    <message>
        <source>First copy</source>
        <translation>Första kopian</translation>
    </message>
    <message>
        <source>usable while it fills</source>
        <translation>går att använda direkt</translation>
    </message>
    <message>
        <source>Ready to work</source>
        <translation>Klar att arbeta</translation>
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
        <source>whole</source>
        <translation>hel</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>stämmer inte</translation>
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
        <source>Badge not working?</source>
        <translation>Fungerar inte brickan?</translation>
    </message>
    <message>
        <source>Other ways to sign in</source>
        <translation>Andra sätt att logga in</translation>
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
        <source>Sign in</source>
        <translation>Logga in</translation>
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
    <name>ScanArea</name>
    <message>
        <source>Scan it now</source>
        <translation>Skanna den nu</translation>
    </message>
    <message>
        <source>no button to press</source>
        <translation>ingen knapp att trycka på</translation>
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
        <source>Count, adjust</source>
        <translation>Räkna, justera</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Flytta</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reservera</translation>
    </message>
    <message>
        <source>Ship to home</source>
        <translation>Skicka hem</translation>
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
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Inget svar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
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
    <name>StatusBar</name>
    <message>
        <source>Slip printer ok</source>
        <translation>Skrivare ok</translation>
    </message>
    <message>
        <source>Slip printer stopped</source>
        <translation>Skrivaren står</translation>
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
        <source>Sending</source>
        <translation>Skickas</translation>
    </message>
    <message>
        <source>Tries again</source>
        <translation>Försöker igen</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Väntar på dig</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Utkast</translation>
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
        <source>Nothing is thrown away by itself. One that is refused stops only what depends on it.</source>
        <translation>Inget slängs av sig självt. En som nekas stoppar bara det som beror på den.</translation>
    </message>
    <message>
        <source>Of this desk</source>
        <translation>Härifrån</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>På väg</translation>
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
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
</context>
<context>
    <name>UserChip</name>
    <message>
        <source>Signed in: {name}, {role}</source>
        <translation>Inloggad: {name}, {role}</translation>
    </message>
</context>
</TS>
