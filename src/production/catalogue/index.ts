export { CATALOGUE_KINDS, type CatalogueEntry, type CatalogueKind, catalogueEntry, catalogueOf, findInCatalogue } from './catalogue'
export { type CatalogueWish, catalogueSheet } from './catalogue-sheet'
