export { castCharacter, castMembers, MAX_MEMBERS } from './cast-character'
export { readWardrobe } from './read-wardrobe'
