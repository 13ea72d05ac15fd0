export { type CastEntry, castBook, type WornScene } from './cast-book'
export { CAST_SHEETS, type CastSheet, type CastSheetKind, type CastSheetWish, castSheet } from './cast-sheet'
export { BIBLE_SHEETS, type BiblePictures, costumeBible } from './costume-bible'
