import { serve } from './serve.ts'

// The platform of a bench: answers code2Session after LATENCY_MS. A code is `<person>.<anything>`.
const latencyMs = Number(process.env.LATENCY_MS ?? 0)
const sessionKey = Buffer.alloc(16, 7).toString('base64')

serve((request, response) => {
  const code = /[?&]js_code=([^&]+)/.exec(request.url ?? '')?.[1] ?? ''
  const body = JSON.stringify({ session_key: sessionKey, openid: `o${code.split('.')[0]}` })
  const answer = () => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': body.length })
    response.end(body)
  }
  if (latencyMs > 0) setTimeout(answer, latencyMs)
  else answer()
})
