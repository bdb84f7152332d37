<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgeChip</name>
    <message numerus="yes">
        <source>%n min old</source>
        <translation>
            <numerusform>%n min old</numerusform>
            <numerusform>%n min old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppShell</name>
    <message numerus="yes">
        <source>Keep going. %n changes are safe on this desk and go out by themselves.</source>
        <translation>
            <numerusform>Keep going. %n change is safe on this desk and goes out by itself.</numerusform>
            <numerusform>Keep going. %n changes are safe on this desk and go out by themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionScreen</name>
    <message numerus="yes">
        <source>These %n wait here. Everything else keeps syncing.</source>
        <translation>
            <numerusform>This %n waits here. Everything else keeps syncing.</numerusform>
            <numerusform>These %n wait here. Everything else keeps syncing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPane</name>
    <message numerus="yes">
        <source>%n needed</source>
        <translation>
            <numerusform>%n needed</numerusform>
            <numerusform>%n needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can wait</source>
        <translation>
            <numerusform>%n can wait</numerusform>
            <numerusform>%n can wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy the %n lines</source>
        <translation>
            <numerusform>Copy %n line</numerusform>
            <numerusform>Copy the %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseSheet</name>
    <message numerus="yes">
        <source>%n parcels not seen become tasks. Press F9 again to close.</source>
        <translation>
            <numerusform>%n parcel not seen becomes a task. Press F9 again to close.</numerusform>
            <numerusform>%n parcels not seen become tasks. Press F9 again to close.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pickups in work are given back at closing.</source>
        <translation>
            <numerusform>%n pickup in work is given back at closing.</numerusform>
            <numerusform>%n pickups in work are given back at closing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectControl</name>
    <message numerus="yes">
        <source>%n lines copied.</source>
        <translation>
            <numerusform>%n line copied.</numerusform>
            <numerusform>%n lines copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message numerus="yes">
        <source>%n contacts today</source>
        <translation>
            <numerusform>%n contact today</numerusform>
            <numerusform>%n contacts today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>%n today</numerusform>
            <numerusform>%n today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n companies</source>
        <translation>
            <numerusform>%n company</numerusform>
            <numerusform>%n companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have no price.</source>
        <translation>
            <numerusform>%n line has no price.</numerusform>
            <numerusform>%n lines have no price.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayControl</name>
    <message numerus="yes">
        <source>%n changes wait on this desk.</source>
        <translation>
            <numerusform>%n change waits on this desk.</numerusform>
            <numerusform>%n changes wait on this desk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExtendSheet</name>
    <message numerus="yes">
        <source>%n more days</source>
        <translation>
            <numerusform>%n more day</numerusform>
            <numerusform>%n more days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message numerus="yes">
        <source>%n characters of the code are missing.</source>
        <translation>
            <numerusform>%n character of the code is missing.</numerusform>
            <numerusform>%n characters of the code are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelSheet</name>
    <message numerus="yes">
        <source>%n parcels</source>
        <translation>
            <numerusform>%n parcel</numerusform>
            <numerusform>%n parcels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LateCounts</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to do</source>
        <translation>
            <numerusform>%n to do</numerusform>
            <numerusform>%n to do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockControl</name>
    <message numerus="yes">
        <source>%n changes wait on this desk.</source>
        <translation>
            <numerusform>%n change waits on this desk.</numerusform>
            <numerusform>%n changes wait on this desk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message numerus="yes">
        <source>Locks by itself after %n min. Open work is kept.</source>
        <translation>
            <numerusform>Locks by itself after %n min. Open work is kept.</numerusform>
            <numerusform>Locks by itself after %n min. Open work is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Opens again in %n min, or by a manager.</source>
        <translation>
            <numerusform>Too many tries. Opens again in %n min, or by a manager.</numerusform>
            <numerusform>Too many tries. Opens again in %n min, or by a manager.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is not the PIN. %n tries left.</source>
        <translation>
            <numerusform>That is not the PIN. %n try left.</numerusform>
            <numerusform>That is not the PIN. %n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderPane</name>
    <message numerus="yes">
        <source>%n more items</source>
        <translation>
            <numerusform>%n more item</numerusform>
            <numerusform>%n more items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersScreen</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceBars</name>
    <message numerus="yes">
        <source>%n other places</source>
        <translation>
            <numerusform>%n other place</numerusform>
            <numerusform>%n other places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacesPane</name>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%n to choose</numerusform>
            <numerusform>%n to choose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofPane</name>
    <message numerus="yes">
        <source>%n tries left. Check by ID instead?</source>
        <translation>
            <numerusform>%n try left. Check by ID instead?</numerusform>
            <numerusform>%n tries left. Check by ID instead?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadinessWords</name>
    <message numerus="yes">
        <source>%n without the person</source>
        <translation>
            <numerusform>%n without the person</numerusform>
            <numerusform>%n without the person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n pickups, persons complete</source>
        <translation>
            <numerusform>%n pickup, person complete</numerusform>
            <numerusform>all %n pickups, persons complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may supervise</source>
        <translation>
            <numerusform>%n may supervise</numerusform>
            <numerusform>%n may supervise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for a printer</source>
        <translation>
            <numerusform>%n waits for a printer</numerusform>
            <numerusform>%n wait for a printer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation>
            <numerusform>%n unsure</numerusform>
            <numerusform>%n unsure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecondCheckPane</name>
    <message numerus="yes">
        <source>Those are not the words. %n tries left.</source>
        <translation>
            <numerusform>Those are not the words. %n try left.</numerusform>
            <numerusform>Those are not the words. %n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceScreen</name>
    <message numerus="yes">
        <source>%n contacts today</source>
        <translation>
            <numerusform>%n contact today</numerusform>
            <numerusform>%n contacts today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsControl</name>
    <message numerus="yes">
        <source>Printing %n test pages.</source>
        <translation>
            <numerusform>Printing %n test page.</numerusform>
            <numerusform>Printing %n test pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n printers found</source>
        <translation>
            <numerusform>%n printer found</numerusform>
            <numerusform>%n printers found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShellControl</name>
    <message numerus="yes">
        <source>Online again. Sending %n changes.</source>
        <translation>
            <numerusform>Online again. Sending %n change.</numerusform>
            <numerusform>Online again. Sending %n changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShiftSheet</name>
    <message numerus="yes">
        <source>%n pickups in work: {numbers}</source>
        <translation>
            <numerusform>%n pickup in work: {numbers}</numerusform>
            <numerusform>%n pickups in work: {numbers}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message numerus="yes">
        <source>%n things are missing</source>
        <translation>
            <numerusform>%n thing is missing</numerusform>
            <numerusform>%n things are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to match</source>
        <translation>
            <numerusform>%n to match</numerusform>
            <numerusform>%n to match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields to fill</source>
        <translation>
            <numerusform>%n field to fill</numerusform>
            <numerusform>%n fields to fill</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places to choose</source>
        <translation>
            <numerusform>%n place to choose</numerusform>
            <numerusform>%n places to choose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StockScreen</name>
    <message numerus="yes">
        <source>Searched %n articles on this desk.</source>
        <translation>
            <numerusform>Searched %n article on this desk.</numerusform>
            <numerusform>Searched %n articles on this desk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoppedScreen</name>
    <message numerus="yes">
        <source>%n changes were not sent. They are kept on this desk, sealed.</source>
        <translation>
            <numerusform>%n change was not sent. It is kept on this desk, sealed.</numerusform>
            <numerusform>%n changes were not sent. They are kept on this desk, sealed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes were not sent. They lie sealed in the file below: give it to a manager, central reads it and decides them.</source>
        <translation>
            <numerusform>%n change was not sent. It lies sealed in the file below: give it to a manager, central reads it and decides it.</numerusform>
            <numerusform>%n changes were not sent. They lie sealed in the file below: give it to a manager, central reads it and decides them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupervisorSheet</name>
    <message numerus="yes">
        <source>That is not the PIN. %n tries left.</source>
        <translation>
            <numerusform>That is not the PIN. %n try left.</numerusform>
            <numerusform>That is not the PIN. %n tries left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Opens again in %n min. Ask another supervisor.</source>
        <translation>
            <numerusform>Too many tries. Opens again in %n min. Ask another supervisor.</numerusform>
            <numerusform>Too many tries. Opens again in %n min. Ask another supervisor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncControl</name>
    <message numerus="yes">
        <source>%n changes wait to be sent.</source>
        <translation>
            <numerusform>%n change waits to be sent.</numerusform>
            <numerusform>%n changes wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPill</name>
    <message numerus="yes">
        <source>%n needs you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are safe on this desk. Try now (F5). If it stays so, copy the oldest one and call support.</source>
        <translation>
            <numerusform>%n change is safe on this desk. Try now (F5). If it stays so, copy it and call support.</numerusform>
            <numerusform>%n changes are safe on this desk. Try now (F5). If it stays so, copy the oldest one and call support.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes were decided again, and otherwise than before.</source>
        <translation>
            <numerusform>%n change was decided again, and otherwise than before.</numerusform>
            <numerusform>%n changes were decided again, and otherwise than before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are kept for later.</source>
        <translation>
            <numerusform>%n change is kept for later.</numerusform>
            <numerusform>%n changes are kept for later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TileWords</name>
    <message numerus="yes">
        <source>%n being picked</source>
        <translation>
            <numerusform>%n being picked</numerusform>
            <numerusform>%n being picked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parcels</source>
        <translation>
            <numerusform>%n parcel</numerusform>
            <numerusform>%n parcels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past last day</source>
        <translation>
            <numerusform>%n past last day</numerusform>
            <numerusform>%n past last day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered today</source>
        <translation>
            <numerusform>%n answered today</numerusform>
            <numerusform>%n answered today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept %n days, then gone.</source>
        <translation>
            <numerusform>Kept %n day, then gone.</numerusform>
            <numerusform>Kept %n days, then gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message numerus="yes">
        <source>%n matched</source>
        <translation>
            <numerusform>%n matched</numerusform>
            <numerusform>%n matched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept as text</source>
        <translation>
            <numerusform>%n kept as text</numerusform>
            <numerusform>%n kept as text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other lines not taken</source>
        <translation>
            <numerusform>%n other line not taken</numerusform>
            <numerusform>%n other lines not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back: personal number</source>
        <translation>
            <numerusform>%n held back: personal number</numerusform>
            <numerusform>%n held back: personal number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over the 60 of a quote</source>
        <translation>
            <numerusform>%n over the 60 of a quote</numerusform>
            <numerusform>%n over the 60 of a quote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start quote, %n lines</source>
        <translation>
            <numerusform>Start quote, %n line</numerusform>
            <numerusform>Start quote, %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines read</source>
        <translation>
            <numerusform>%n line read</numerusform>
            <numerusform>%n lines read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachments not opened</source>
        <translation>
            <numerusform>%n attachment not opened</numerusform>
            <numerusform>%n attachments not opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferPane</name>
    <message numerus="yes">
        <source>%n items still to pack</source>
        <translation>
            <numerusform>%n item still to pack</numerusform>
            <numerusform>%n items still to pack</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differs by %n: that becomes a task</source>
        <translation>
            <numerusform>Differs by %n: that becomes a task</numerusform>
            <numerusform>Differs by %n: that becomes a task</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message numerus="yes">
        <source>%n more, older</source>
        <translation>
            <numerusform>%n more, older</numerusform>
            <numerusform>%n more, older</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatPane</name>
    <message numerus="yes">
        <source>Scan or tick %n parcels, or say that they stay here.</source>
        <translation>
            <numerusform>Scan or tick %n parcel, or say that it stays here.</numerusform>
            <numerusform>Scan or tick %n parcels, or say that they stay here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{taken} of %n parcels</source>
        <translation>
            <numerusform>{taken} of %n parcel</numerusform>
            <numerusform>{taken} of %n parcels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Names</name>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} and %n more</numerusform>
            <numerusform>{name} and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
