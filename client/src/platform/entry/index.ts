export { parseEntry as readEntry } from './parse-entry'
