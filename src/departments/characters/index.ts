export { castCharacter, castMembers, MAX_MEMBERS } from './cast-character'
