export * from './weather-field'
