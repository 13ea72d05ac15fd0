/**
 * A small screenplay that is planned when the planner starts, and forgotten: the engine has then compiled what a long
 * one needs, and takes some tenth less time over it. Inside and outside, day and night, speech, deeds and things.
 */
export const WARM_UP = `INT. KITCHEN - DAY

ANNA (60s, wiry, grey bun, blue apron) sits at the table. TOM (9, freckles) runs in and puts a cup on the table.

ANNA
You are late again. Sit down and eat.

TOM
(out of breath)
The bus stood at the bridge. Nobody knew why.

Anna gives him the bread. He looks at the window.

ANNA
Then you should have walked.

CUT TO:

EXT. STREET - NIGHT

Rain. A car stops. Anna and Tom walk along the street. TWO MEN (40s, dark coats) turn to them.

FIRST MAN
Is this the way to the station?

TOM
It was yesterday.

INT. OFFICE - DUSK

TOM, now thirty, stands at the desk and picks up the phone. The door opens. ANNA enters.

TOM
I called you twice.

ANNA
And I came twice. Nobody was here.

She sits down. He laughs.

FADE OUT.
`
