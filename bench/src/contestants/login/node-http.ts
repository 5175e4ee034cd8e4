import { serve } from '../serve.ts'
import { code2session } from './code2session.ts'

// The limit: node:http and undici, the upstream call and nothing else. It keeps nothing and knows nobody.
serve((request, response) => {
  let text = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => {
    text += chunk
  })
  request.on('end', async () => {
    const { openid } = await code2session(JSON.parse(text).code)
    const body = JSON.stringify({ openid })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
})
