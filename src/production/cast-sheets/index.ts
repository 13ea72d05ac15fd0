export { CAST_SHEETS, type CastSheet, type CastSheetWish, castSheet } from './cast-sheet'
