/** Things small and singular enough to be followed from scene to scene; a cup or a chair is wherever it is needed. */
export const PORTABLE: ReadonlySet<string> = new Set(
  'letter gun pistol revolver rifle shotgun knife dagger sword axe hammer photograph photo suitcase briefcase bag satchel backpack key keys map diary journal notebook book ring watch wallet passport envelope package parcel box camera lantern torch flashlight umbrella guitar violin doll helmet horse reel tape medal coin amulet locket note contract will ticket syringe vial pendant crown badge compass telescope flower rose bouquet teddy kite drum trumpet basket cane crutch'.split(
    ' ',
  ),
)
