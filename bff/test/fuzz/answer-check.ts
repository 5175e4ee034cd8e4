import { type ErrorCode, errorCodes, type Problem, problemContentType } from '@trailpass/shared'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Described, Document } from './document.ts'
import type { Received } from './request.ts'

/** What is wrong with an answer to an operation; `undefined` for nothing. */
export type CheckAnswer = (operation: Described, method: string, answer: Received) => string | undefined

const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
const pointer = (...keys: string[]) => `document#/${keys.map(escaped).join('/')}`

export function createAnswerCheck(document: Document): CheckAnswer {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'document')

  /** What of a text does not fit the schema that stands there. */
  function misfit(place: string, text: string): string | undefined {
    const validate = ajv.getSchema(place)
    if (!validate) return `the document has no schema at ${place}`
    let body: unknown
    try {
      body = JSON.parse(text)
    } catch {
      return 'the answer is not JSON'
    }
    return validate(body) ? undefined : ajv.errorsText(validate.errors, { dataVar: 'answer' })
  }

  function findProblemFault({ status, headers, text }: Received): string | undefined {
    if (!String(headers['content-type']).startsWith(problemContentType)) return 'a fault is not a problem'
    const problem = JSON.parse(text) as Problem
    if (problem.status !== status) return `a problem of status ${problem.status}`
    if (errorCodes[problem.code as ErrorCode]?.status !== status) return `an unknown code ${problem.code}`
    if (problem.instance !== headers['request-id']) return 'a problem of another request'
    const comesBack = status === 429 || status === 503
    return comesBack && !/^\d+$/.test(String(headers['retry-after'])) ? 'no Retry-After' : undefined
  }

  return (operation, method, answer) => {
    const { status, headers, text } = answer
    if (status >= 500) return 'the server’s own fault'
    // What no operation of the document answers has no schema but the one of problems.
    if (!operation.methods.includes(method)) {
      if (status < 400) return 'a method that is not in the document was taken'
      return misfit(pointer('components', 'schemas', 'Problem'), text) ?? findProblemFault(answer)
    }
    const place = ['paths', operation.path, method.toLowerCase(), 'responses', String(status)]
    const declared = document.paths[operation.path]?.[method.toLowerCase()]?.responses[status]
    if (!declared) return 'an undeclared status'
    if (headers['cache-control'] !== 'no-store') return 'an answer that may be kept'
    const [type] = Object.keys(declared.content ?? {})
    if (type === undefined) return text === '' ? undefined : 'a body where there is none'
    if (!String(headers['content-type']).startsWith(type)) return `the type ${headers['content-type']}`
    return (
      misfit(pointer(...place, 'content', type, 'schema'), text) ??
      (status >= 400 ? findProblemFault(answer) : undefined)
    )
  }
}
