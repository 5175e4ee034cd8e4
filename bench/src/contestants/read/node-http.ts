import { serve } from '../serve.ts'
import { userInfo } from './user-info.ts'

// The limit: node:http and the same text for everybody.
const body = JSON.stringify(userInfo)
serve((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.end(body)
})
