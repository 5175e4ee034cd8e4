import { contractHeader, deviceSignatureHeader, deviceTimeHeader, sessionModeHeader } from '@trailpass/shared'
import * as fc from 'fast-check'
import { wildText } from '../support/wild-text.ts'
import type { Mutation } from './body-mutations.ts'
import type { Described } from './document.ts'
import { encodeText } from './request.ts'

const withHeader =
  (name: string, value: string): Mutation =>
  (request) => ({
    ...request,
    headers: { ...request.headers, [name]: value },
  })

/** What a header may hold on the wire: Latin-1 without controls. */
const headerTexts = fc
  .string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 60 })
  .map((text) => text.replaceAll('\x7f', '').trim())

const headerMutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constantFrom('0', '-1', '1', '2', '999999', '1000000', '1e3', 'x', '0x1', '１', '1, 1', ' ', '٣').map((value) =>
    withHeader(
      contractHeader,
      Buffer.from(value)
        .toString('latin1')
        .replace(/[^\x20-\x7e\xa0-\xff]/g, ''),
    ),
  ),
  fc
    .constantFrom('cookie', 'registration', 'COOKIE', 'bearer', '', 'cookie, registration')
    .map((value) => withHeader(sessionModeHeader, value)),
  fc
    .constantFrom(
      'Bearer',
      'Bearer ',
      'Bearer  x',
      'Basic YTpi',
      'bearer null',
      `Bearer ${'a'.repeat(43)}`,
      `Bearer ${'é'.repeat(20)}`,
    )
    .map((value) => withHeader('authorization', value)),
  headerTexts.map((text) => withHeader('authorization', text)),
  fc
    .constantFrom(
      'trailpass',
      '=',
      'trailpass=',
      'trailpass="',
      `trailpass=${'%'.repeat(9)}`,
      '__Host-trailpass=x; trailpass=y',
      ';;;',
      'trailpass=é',
    )
    .map((value) => withHeader('cookie', value)),
  fc
    .constantFrom('null', 'https://evil.example', 'http://localhost:10086', '*', 'file://')
    .map((value) => withHeader('origin', value)),
  fc
    .constantFrom('PATCH', 'DELETE', 'patch', 'GET', '__proto__')
    .map((value) => withHeader('x-http-method-override', value)),
  fc
    .constantFrom(
      'text/plain',
      'application/json; charset=utf-16',
      'application/json; charset=gbk',
      'application/json;;',
      'application/jsonx',
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary=x',
      'application/vnd.api+json',
      '/',
      ';',
      'application/x-www-form-urlencoded',
      'application/csp-report',
      'application/json-patch+json',
    )
    .map((value) => withHeader('content-type', value)),
  fc
    .constantFrom('gzip', 'deflate', 'br', 'zstd', 'identity', 'x')
    .map((value) => withHeader('content-encoding', value)),
  fc.constantFrom('', 'x', 'NaN', '-1', '1e999', '0').map((value) => withHeader(deviceTimeHeader, value)),
  headerTexts.map((text) => withHeader(deviceSignatureHeader, text)),
  headerTexts.map((text) => withHeader('accept', text)),
  fc.constantFrom('x'.repeat(2000), 'evil.example', '[', '').map((value) => withHeader('x-forwarded-host', value)),
)

const names = fc.constantFrom(
  'before',
  'period',
  'range',
  'latitude',
  'language',
  'a',
  '__proto__',
  'a[]',
  'a[b]',
  '',
  'constructor',
)
const texts = fc.oneof(
  fc.constantFrom('', '\0', 'null', '1e999', 'NaN', '-91', '[object Object]', 'x'.repeat(2000), '%', '\ud800', '../..'),
  wildText(30),
)

const queryMutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(names, texts).map(
    ([name, text]): Mutation =>
      (request) => ({ ...request, query: [...request.query, [name, text]] }),
  ),
  fc.constant<Mutation>((request) => ({ ...request, query: [...request.query, ...request.query] })),
  fc.constant<Mutation>((request) => ({ ...request, query: [] })),
  texts.map(
    (text): Mutation =>
      (request) => ({ ...request, query: request.query.map(([name]) => [name, text]) }),
  ),
)

const strangeSegments = fc.oneof(
  fc.constantFrom(
    '%00',
    '%',
    '%ff',
    '%2e%2e',
    '%2f',
    '__proto__',
    '.',
    '%E6%AD%A5',
    'x'.repeat(3000),
    '01KAN3W7RC5V0T9QH2DXJ8YM4B',
  ),
  wildText(20).map((text) => encodeText(text) || '-'),
)

const pathMutations: fc.Arbitrary<Mutation> = strangeSegments.map((segment) => (request) => ({
  ...request,
  ids: Object.fromEntries(Object.keys(request.ids).map((name) => [name, segment])),
}))

const onRaw =
  (change: (raw: Buffer) => Buffer): Mutation =>
  (request) => ({
    ...request,
    ...(request.raw && { raw: change(request.raw) }),
  })

/** Of what is sent as a form. */
const formMutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.nat().map((at) => onRaw((raw) => raw.subarray(0, at % raw.length))),
  fc.tuple(fc.nat(), fc.nat(255)).map(([at, byte]) =>
    onRaw((raw) => {
      const changed = Buffer.from(raw)
      changed[at % raw.length] = byte
      return changed
    }),
  ),
  fc.constantFrom(2, 12).map((times) => onRaw((raw) => Buffer.concat(Array.from({ length: times }, () => raw)))),
  fc.constant(onRaw((raw) => Buffer.concat([raw.subarray(0, -30), Buffer.alloc(1_200_000), raw.subarray(-30)]))),
)

export function requestMutations({ methods, parameters = [], requestBody }: Described): fc.Arbitrary<Mutation> {
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !methods.includes(method))
  const isIn = (place: string) => parameters.some((parameter) => parameter.in === place)
  return fc.oneof(
    { weight: 8, arbitrary: headerMutations },
    { weight: isIn('query') ? 8 : 2, arbitrary: queryMutations },
    { weight: requestBody?.content['multipart/form-data'] ? 12 : 0, arbitrary: formMutations },
    { weight: isIn('path') ? 6 : 0, arbitrary: pathMutations },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...others).map(
        (method): Mutation =>
          (request) => ({ ...request, method }),
      ),
    },
  )
}
