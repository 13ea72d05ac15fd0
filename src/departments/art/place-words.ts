import type { Style } from './palette'

/** rank: 5 and 4 what decides whatever else is said, 3 a room by name, 2 a place by name, 1 what it is part of. */
export interface PlaceWords {
  readonly rank: number
  readonly inside?: string
  readonly outside?: string
  readonly style?: Style
  readonly words: string
}

/** What a heading's words mean, in English, German, French, Spanish and Italian. */
export const PLACES: readonly PlaceWords[] = [
  { rank: 3, inside: 'kitchen', words: 'kitchen kuche cuisine cocina cucina galley kitchenette pantry scullery kombuse' },
  {
    rank: 3,
    inside: 'living-room',
    words:
      'living livingroom wohnzimmer salon sala soggiorno salotto lounge parlor parlour den sitting drawing stube lr fireside sejour study',
  },
  { rank: 3, inside: 'bedroom', words: 'bedroom schlafzimmer chambre habitacion camera nursery kinderzimmer guestroom boudoir' },
  {
    rank: 3,
    inside: 'office',
    words: 'office buro bureau oficina ufficio precinct agency headquarters',
  },
  {
    rank: 3,
    inside: 'bar',
    words: 'bar pub tavern saloon kneipe taverne cantina taberna nightclub club speakeasy inn brewery disco',
    style: 'night',
  },
  {
    rank: 3,
    inside: 'diner',
    words: 'diner restaurant cafe coffee bistro trattoria cafeteria ristorante restaurante canteen mensa imbiss eatery pizzeria gaststatte',
  },
  {
    rank: 3,
    inside: 'warehouse',
    outside: 'harbour',
    style: 'industrial',
    words: 'warehouse lagerhalle lager entrepot almacen magazzino factory fabrik usine fabrica hangar depot studio boathouse mill loft',
  },
  {
    rank: 3,
    inside: 'workshop',
    outside: 'street',
    style: 'classic',
    words: 'workshop werkstatt atelier taller bottega shed smithy forge joinery toolshed woodshop schreinerei tischlerei',
  },
  {
    rank: 3,
    inside: 'garage',
    style: 'industrial',
    words: 'garage autowerkstatt autorimessa officina autoshop bodyshop',
  },
  {
    rank: 3,
    inside: 'basement',
    words: 'basement cellar keller sotano scantinato seminterrato boilerroom heizungskeller cellars',
  },
  { rank: 3, inside: 'attic', style: 'rustic', words: 'attic dachboden speicher grenier atico desvan soffitta mansarda garret' },
  {
    rank: 3,
    inside: 'cave',
    outside: 'cave-mouth',
    style: 'rustic',
    words: 'cave cavern grotto hohle hoehle grotte caverne cueva gruta caverna grotta',
  },
  { rank: 4, inside: 'camp-tent', outside: 'forest', style: 'rustic', words: 'camptent zelt tente tenda marquee yurt' },
  {
    rank: 3,
    inside: 'corridor',
    words:
      'corridor hallway hall flur gang korridor couloir pasillo corridoio passage passageway foyer vestibule entrance entry airlock landing',
  },
  {
    rank: 3,
    inside: 'stairwell',
    words: 'stairwell stairs staircase stairway treppenhaus treppe escalier escalera scala scale',
  },
  {
    rank: 3,
    inside: 'control-room',
    words:
      'control controls cockpit kontrollraum leitstand commandroom helm mission server engine reactor kommandobrucke wheelhouse operations',
  },
  {
    rank: 3,
    inside: 'bunks',
    words: 'bunk bunks bunkroom barracks quarters cabin berth crew',
  },
  {
    rank: 3,
    inside: 'shop',
    outside: 'street',
    words: 'shop store laden geschaft magasin tienda negozio grocery pawnshop butcher newsstand',
  },
  {
    rank: 4,
    inside: 'tailor-shop',
    outside: 'street',
    words:
      'tailor dressmaker seamstress atelier-de-couture haberdashery schneiderei schneider tailleur couturier sartoria sarto sastre sastreria boutique fashion clothing clothes outfitter milliner',
  },
  {
    rank: 4,
    inside: 'bookshop',
    outside: 'street',
    words: 'bookshop bookstore bookseller antiquarian antiquariat buchhandlung buchladen librairie libreria bouquiniste',
  },
  {
    rank: 4,
    inside: 'bakery',
    outside: 'street',
    words: 'bakery baker patisserie backerei backer boulangerie panaderia panificio pasticceria',
  },
  { rank: 4, inside: 'pharmacy', outside: 'street', words: 'pharmacy apothecary chemist drugstore apotheke drogerie pharmacie farmacia' },
  {
    rank: 4,
    inside: 'barbershop',
    outside: 'street',
    words: 'barbershop barber barbers hairdresser hairdressers friseur frisor coiffeur barberia peluqueria parrucchiere barbiere',
  },
  {
    rank: 4,
    inside: 'flower-shop',
    outside: 'street',
    words: 'florist flowershop flowerstall blumenladen fleuriste floristeria floristika fioraio',
  },
  {
    rank: 3,
    inside: 'bathroom',
    words: 'bathroom bath toilet restroom washroom badezimmer bad salle-de-bain bano bagno shower lavatory wc loo',
  },
  { rank: 3, inside: 'classroom', words: 'classroom klassenzimmer aula lecture schoolroom kindergarten', style: 'civic' },
  { rank: 2, inside: 'classroom', outside: 'park', words: 'school schule ecole escuela scuola university college', style: 'civic' },
  {
    rank: 3,
    inside: 'church',
    outside: 'churchyard',
    style: 'classic',
    words:
      'churchyard cemetery graveyard friedhof cimetiere cementerio cimitero church kirche eglise iglesia chiesa chapel cathedral temple kapelle dom mosque synagogue nave crypt',
  },
  {
    rank: 3,
    inside: 'hospital-room',
    outside: 'street',
    style: 'civic',
    words:
      'hospital ward infirmary medbay sickbay sickroom icu clinic krankenhaus krankenzimmer klinik intensivstation hopital infirmerie clinique clinica enfermeria corsia ospedale infermeria',
  },
  {
    rank: 3,
    inside: 'library',
    outside: 'street',
    style: 'classic',
    words: 'library reading-room bibliothek bucherei lesesaal bibliotheque biblioteca archive archiv archives archivo archivio',
  },
  { rank: 3, inside: 'laboratory', style: 'modern', words: 'laboratory lab labor laboratoire laboratorio morgue' },
  {
    rank: 3,
    inside: 'theatre',
    outside: 'street',
    style: 'classic',
    words: 'theatre theater auditorium playhouse opera stage schauspielhaus opernhaus buhne teatro opernbuhne escenario palcoscenico',
  },
  {
    rank: 3,
    inside: 'meeting-room',
    style: 'modern',
    words:
      'meeting conference boardroom besprechungsraum besprechungszimmer sitzungszimmer sitzungssaal konferenzraum konferenzzimmer konferenz besprechung reunion conseil juntas riunioni riunione conferenze conferencias',
  },
  {
    rank: 4,
    inside: 'open-plan',
    style: 'modern',
    words: 'openplan newsroom bullpen cubicle callcenter callcentre coworking grossraumburo openspace redaktion redaccion redazione',
  },
  {
    rank: 4,
    inside: 'castle-hall',
    style: 'rustic',
    words: 'greathall throneroom rittersaal thronsaal bankettsaal burgsaal grandsalle salledutrone salondeltrono saladeltrono',
  },
  {
    rank: 2,
    inside: 'castle-hall',
    outside: 'castle',
    style: 'rustic',
    words: 'castle burg schloss castillo castello fortress festung citadel keep',
  },
  { rank: 4, inside: 'hospital-room', style: 'civic', words: 'hospitalroom' },
  {
    rank: 4,
    inside: 'waiting-room',
    style: 'civic',
    words: 'waitingroom waiting reception wartezimmer wartesaal warteraum empfang attente dattente espera attesa',
  },
  {
    rank: 3,
    inside: 'courtroom',
    outside: 'street',
    style: 'civic',
    words:
      'courtroom court courthouse tribunal trial gericht gerichtssaal gerichtshof verhandlungssaal schwurgericht proces juzgado sala-de-juicios aula-di-tribunale tribunale audiencia',
  },
  { rank: 3, inside: 'cell', words: 'cell jail dungeon zelle cellule celda cella gefangnis lockup brig holding', style: 'industrial' },
  { rank: 2, inside: 'cell', outside: 'street', words: 'prison', style: 'industrial' },
  { rank: 3, inside: 'train', outside: 'street', words: 'bus coach tram tramway autobus' },
  {
    rank: 3,
    inside: 'train',
    outside: 'platform',
    words: 'train zug tren treno carriage compartment wagon abteil',
  },
  {
    rank: 3,
    inside: 'sedan',
    outside: 'car',
    words: 'car auto coche voiture macchina taxi cab sedan limousine limo van patrol vehicle wagen',
  },
  {
    rank: 3,
    inside: 'cab',
    outside: 'country-road',
    words: 'pickup truck lorry jeep laster lastwagen camion camioneta furgone',
  },
  { rank: 3, inside: 'subway-car', outside: 'platform', words: 'subway metro metropolitana' },
  { rank: 4, inside: 'subway-car', outside: 'platform', words: 'subwaycar' },
  { rank: 4, inside: 'subway-station', outside: 'platform', words: 'subwaystation' },
  { rank: 3, inside: 'plane-cabin', outside: 'lot', words: 'airplane plane aircraft aeroplane airliner flugzeug avion aereo aeroplano' },
  { rank: 4, inside: 'plane-cabin', outside: 'lot', words: 'planeseats' },
  { rank: 3, inside: 'platform', outside: 'platform', words: 'platform bahnsteig' },
  { rank: 2, inside: 'platform', outside: 'platform', words: 'railway' },
  { rank: 2, inside: 'station-hall', outside: 'platform', words: 'bahnhof hauptbahnhof gare estacion stazione trainstation concourse' },
  {
    rank: 4,
    inside: 'signal-box',
    outside: 'platform',
    style: 'rustic',
    words: 'signalbox stellwerk',
  },
  {
    rank: 3,
    inside: 'elevator',
    outside: 'street',
    style: 'civic',
    words: 'elevator elevators lift aufzug fahrstuhl ascenseur ascensor ascensore',
  },
  {
    rank: 4,
    inside: 'interrogation-room',
    outside: 'street',
    style: 'industrial',
    words: 'interrogation vernehmungsraum verhorraum verhorzimmer vernehmungszimmer',
  },
  { rank: 4, inside: 'hotel-room', outside: 'street', style: 'classic', words: 'hotelroom' },
  { rank: 4, inside: 'hotel-lobby', outside: 'street', style: 'classic', words: 'hotellobby' },
  { rank: 3, inside: 'hotel-lobby', outside: 'street', style: 'classic', words: 'lobby' },
  {
    rank: 3,
    inside: 'gym',
    outside: 'street',
    style: 'modern',
    words: 'gym gymnasium fitness gimnasio palestra turnhalle fitnessstudio sporthalle',
  },
  {
    rank: 3,
    inside: 'swimming-pool',
    outside: 'park',
    style: 'civic',
    words: 'pool natatorium schwimmbad hallenbad schwimmhalle piscine piscina',
  },
  {
    rank: 3,
    inside: 'museum',
    outside: 'street',
    style: 'classic',
    words: 'museum gallery galerie galeria galleria musee museo exhibition',
  },
  { rank: 3, inside: 'ballroom', outside: 'street', style: 'classic', words: 'ballroom ballsaal tanzsaal' },
  { rank: 4, inside: 'ballroom', outside: 'street', style: 'classic', words: 'dancehall' },
  { rank: 3, inside: 'bank', outside: 'street', style: 'classic', words: 'bank banque banco banca sparkasse vault' },
  { rank: 4, inside: 'post-office', outside: 'street', style: 'civic', words: 'postoffice postamt' },
  { rank: 1, inside: 'post-office', outside: 'street', style: 'civic', words: 'post' },
  {
    rank: 3,
    inside: 'supermarket',
    outside: 'street',
    style: 'modern',
    words: 'supermarket supermarkt supermarche supermercado supermercato',
  },
  {
    rank: 3,
    inside: 'laundromat',
    outside: 'street',
    style: 'modern',
    words: 'laundromat laundrette launderette waschsalon laverie lavanderia',
  },
  { rank: 2, inside: 'airport', outside: 'street', style: 'modern', words: 'airport flughafen aeroport aeropuerto aeroporto' },
  { rank: 4, inside: 'airport', outside: 'street', style: 'modern', words: 'airportgate' },
  {
    rank: 4,
    inside: 'ambulance',
    outside: 'street',
    style: 'civic',
    words: 'ambulance ambulanz krankenwagen rettungswagen notarztwagen ambulancia ambulanza',
  },
  {
    rank: 3,
    inside: 'helicopter',
    outside: 'lot',
    style: 'industrial',
    words: 'helicopter chopper heli hubschrauber helikopter helicoptere helicoptero elicottero',
  },
  { rank: 4, inside: 'tv-studio', outside: 'street', style: 'modern', words: 'tvstudio' },
  {
    rank: 3,
    inside: 'dormitory',
    outside: 'park',
    style: 'civic',
    words: 'dormitory schlafsaal dortoir dormitorio',
  },
  { rank: 3, inside: 'dorm-room', outside: 'park', style: 'modern', words: 'dorm' },
  { rank: 4, inside: 'dorm-room', outside: 'park', style: 'modern', words: 'dormroom' },
  {
    rank: 4,
    outside: 'stadium',
    style: 'modern',
    words: 'stadium stadion stade estadio stadio ballpark pitchside touchline grandstand',
  },
  {
    rank: 4,
    outside: 'construction-site',
    style: 'industrial',
    words: 'constructionsite baustelle chantier cantiere obras scaffold scaffolding',
  },
  {
    rank: 4,
    outside: 'waterfall',
    style: 'rustic',
    words: 'waterfall wasserfall cascade cascada cascata cataract',
  },
  { rank: 3, inside: 'tunnel', outside: 'street', style: 'industrial', words: 'tunnel underpass unterfuhrung' },
  { rank: 3, inside: 'sewer', outside: 'alley', style: 'industrial', words: 'sewer sewers kanalisation egout alcantarilla fogna fogne' },
  { rank: 3, inside: 'mine', outside: 'mountain', style: 'rustic', words: 'mine mineshaft bergwerk stollen miniera mina' },
  { rank: 1, inside: 'hotel-lobby', outside: 'street', style: 'classic', words: 'hotel albergo' },
  { rank: 1, inside: 'hotel-room', outside: 'street', style: 'classic', words: 'motel' },
  { rank: 3, inside: 'dining', words: 'dining dinner esszimmer', style: 'classic' },
  // outside
  {
    rank: 3,
    outside: 'street',
    words:
      'street strasse rue calle via road avenue boulevard sidewalk pavement intersection crossroads corner downtown city stadt ville ciudad citta neighborhood neighbourhood block gasse lane village dorf town crossing',
  },
  { rank: 4, outside: 'suburb-street', words: 'suburbstreet vorstadtstrasse wohnstrasse lotissement' },
  { rank: 3, outside: 'alley', words: 'alley alleyway backstreet hinterhof ruelle callejon vicolo gasschen passageway-out backyard-alley' },
  {
    rank: 3,
    outside: 'market',
    inside: 'shop',
    words:
      'market markt marche mercado mercato square platz place plaza piazza marktplatz bazaar fair fairground souk bazar festival carnival',
  },
  {
    rank: 3,
    outside: 'forest',
    words: 'forest wald foret bosque bosco foresta woods wood jungle woodland clearing lichtung grove swamp trees dschungel campsite camp',
  },
  {
    rank: 3,
    outside: 'farm',
    words:
      'farmyard barnyard field feld champ campo fields meadow wiese prairie vineyard weinberg pasture plain cornfield wheatfield countryside acker country land farmland',
  },
  {
    rank: 3,
    inside: 'barn',
    outside: 'farm',
    style: 'rustic',
    words: 'barn stable hayloft scheune stall heuboden grange ecurie granero establo fienile stalla cowshed',
  },
  { rank: 3, outside: 'orchard', words: 'orchard obstgarten verger huerto frutteto appletrees apfelgarten' },
  // said as one: `road` by itself, and `COUNTRY ROAD`; any other road is a street
  { rank: 4, outside: 'country-road', words: 'countryroad landstrasse highway bundesstrasse autobahn autostrada autoroute carretera' },
  {
    rank: 2,
    inside: 'living-room',
    outside: 'farm',
    words: 'farmhouse farm bauernhof ferme granja fattoria ranch cottage hut hutte cabane log bauernhaus gehoft',
    style: 'rustic',
  },
  {
    rank: 3,
    outside: 'beach',
    words: 'beach strand plage playa spiaggia shore seaside coast kuste cote dunes-sea lagoon island insel ile isla bay ocean sea meer',
  },
  { rank: 3, outside: 'headland', words: 'cliff cliffs headland cape promontory bluff klippe kap falaise acantilado scogliera' },
  { rank: 4, outside: 'headland', words: 'lighthouse leuchtturm phare faro' },
  {
    rank: 3,
    outside: 'lakeside',
    words:
      'lake lakeside lakeshore riverbank riverside river pond loch ufer flussufer seeufer fluss weiher teich lac riviere fleuve rive etang lago laghetto rio orilla fiume riva stagno',
  },
  { rank: 3, inside: 'control-room', outside: 'bridge', words: 'bridge' },
  { rank: 3, outside: 'bridge', words: 'footbridge viaduct overpass brucke pont puente ponte viaduc viadukt viaducto' },
  { rank: 4, outside: 'railway-bridge', inside: 'train', words: 'railbridge eisenbahnbrucke' },
  {
    rank: 3,
    outside: 'harbour',
    words: 'harbour harbor hafen port puerto porto dock docks pier quay kai wharf jetty marina waterfront canal',
  },
  {
    rank: 3,
    outside: 'rooftop',
    words: 'rooftop rooftops roof dach dacher toit toits azotea tejado tetto rooftop-bar terrace terrasse balcony balkon',
  },
  {
    rank: 3,
    outside: 'park',
    words:
      'park parque parco jardin-public courtyard hof yard backyard lawn playground innenhof spielplatz campus driveway porch veranda frontyard',
  },
  {
    rank: 3,
    inside: 'greenhouse',
    outside: 'park',
    words:
      'garden garten jardin giardino greenhouse glasshouse hothouse conservatory orangery arboretum hydroponics gewachshaus serre serra invernadero',
  },
  { rank: 3, outside: 'ruins', style: 'classic', words: 'ruin ruins ruine ruinen ruines ruinas rovine rovina' },
  { rank: 3, outside: 'moon', style: 'sci-fi', words: 'moon lunar lune luna mondoberflache mondlandschaft' },
  {
    rank: 3,
    outside: 'battlefield',
    style: 'rustic',
    words: 'battlefield trench trenches frontline schlachtfeld schutzengraben tranchee trinchera trincea battleground',
  },
  {
    rank: 4,
    outside: 'seabed',
    words: 'seabed seafloor sea-floor sea-bed ocean-floor underwater reef unterwasser meeresgrund fondale fond-marin fondo-marino',
  },
  { rank: 3, outside: 'desert', words: 'desert wuste deserto desierto dune dunes wasteland canyon mesa badlands mars planet' },
  {
    rank: 3,
    outside: 'mountain',
    words:
      'mountain mountains berg berge montagne montana montagna peak summit ridge gipfel hill hills hugel pass alps valley tal glacier snow',
  },
  // what a village lives by, and where a diner stands, say more than `village` and `diner`
  { rank: 4, outside: 'harbour', words: 'fishing fishermen fischerdorf' },
  { rank: 4, outside: 'lot', words: 'roadside truckstop drive-in' },
  { rank: 3, outside: 'lot', words: 'lot parking parkplatz carpark gas tankstelle motel-lot station-lot' },
  // a painted studio wall: said whatever studio it is in
  {
    rank: 4,
    inside: 'cyclorama',
    style: 'modern',
    words: 'cyclorama cyc backdrop seamless greenscreen bluescreen rundhorizont hohlkehle ciclorama fondale telon fondo-infinito',
  },
  { rank: 5, inside: 'gradient', style: 'modern', words: 'gradient graded verlauf degrade degradado sfumato' },
  // buildings and worlds: they give a style, and a kind when nothing better is said
  {
    rank: 1,
    inside: 'living-room',
    outside: 'street',
    style: 'modern',
    words: 'apartment wohnung appartement piso appartamento flat condo penthouse',
  },
  {
    rank: 1,
    inside: 'living-room',
    outside: 'suburb-street',
    words: 'house haus maison casa home mansion villa suburb suburbia suburban residence manor chateau palace palast',
    style: 'classic',
  },
  { rank: 1, inside: 'room', outside: 'street', style: 'classic', words: 'hostel pension room zimmer suite' },
  {
    rank: 1,
    inside: 'control-room',
    outside: 'desert',
    style: 'sci-fi',
    words:
      'space spaceship starship station-orbital raumschiff raumstation vaisseau nave-espacial spacecraft orbital shuttle orbiter airlock',
  },
  {
    rank: 1,
    inside: 'bunks',
    outside: 'harbour',
    style: 'industrial',
    words: 'submarine ship boat u-boot unterseeboot sous-marin submarino schiff bateau barco nave yacht ferry freighter vessel bunker silo',
  },
  {
    rank: 1,
    inside: 'office',
    outside: 'street',
    style: 'civic',
    words: 'police station bank town-hall rathaus embassy lawyer',
  },
]
/** Words for buildings and worlds, which give a place its style. */
export const STYLES: readonly { readonly style: Style; readonly words: string }[] = [
  {
    style: 'sci-fi',
    words: 'space spaceship starship spacecraft orbital shuttle futuristic moon mars raumschiff raumstation airlock android lunar',
  },
  {
    style: 'rustic',
    words:
      'farmhouse farm cottage cabin hut log rustic country village medieval castle peasant bauernhof bauernhaus ferme granja fattoria ranch barn tavern old hutte',
  },
  {
    style: 'industrial',
    words: 'submarine ship factory warehouse industrial bunker basement cellar prison hangar u-boot unterseeboot keller',
  },
  { style: 'civic', words: 'police school hospital public government university court precinct' },
  { style: 'modern', words: 'modern loft apartment penthouse condo studio startup' },
  { style: 'classic', words: 'mansion villa manor palace victorian hotel library house' },
  { style: 'night', words: 'bar pub nightclub club saloon casino speakeasy' },
]

/** Styles of places whose headings say none. */
export const DEFAULT_STYLE: Readonly<Record<string, Style>> = {
  kitchen: 'classic',
  bar: 'night',
  diner: 'modern',
  warehouse: 'industrial',
  cell: 'industrial',
  classroom: 'civic',
  church: 'classic',
  'control-room': 'industrial',
  bunks: 'industrial',
  office: 'civic',
  stairwell: 'civic',
  corridor: 'civic',
  shop: 'classic',
  'tailor-shop': 'classic',
  bookshop: 'classic',
  bakery: 'classic',
  pharmacy: 'classic',
  barbershop: 'classic',
  'flower-shop': 'classic',
  train: 'civic',
  'subway-car': 'civic',
  'subway-station': 'civic',
  'station-hall': 'classic',
  'plane-cabin': 'modern',
  courtroom: 'civic',
  'hospital-room': 'civic',
  library: 'classic',
  laboratory: 'modern',
  theatre: 'classic',
  'castle-hall': 'rustic',
  'meeting-room': 'modern',
  'open-plan': 'modern',
  'waiting-room': 'civic',
}
