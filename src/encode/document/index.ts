export { csvOf } from './csv'
export {
  type DocumentDrawing,
  type DocumentPicture,
  type DocumentSection,
  type DocumentTable,
  documentPdf,
  type PrintedDocument,
} from './document-pdf'
