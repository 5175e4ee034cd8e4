/** Every failure the BFF answers: its HTTP status, and a title that never changes with the occurrence. */
export const errorCodes = {
  'request.invalid': { status: 400, title: 'The request does not match the contract' },
  'request.origin_refused': { status: 403, title: 'A cookie session was used from a foreign origin' },
  'request.not_found': { status: 404, title: 'No such resource' },
  'request.method_not_allowed': { status: 405, title: 'The resource does not support this method' },
  'request.too_large': { status: 413, title: 'The request body is too large' },
  'request.unsupported_media_type': { status: 415, title: 'The content type is not supported' },
  'session.missing': { status: 401, title: 'No session was presented' },
  'session.expired': { status: 401, title: 'The session is no longer valid' },
  'session.identity_required': { status: 403, title: 'The session has no platform identity yet' },
  'registration.required': { status: 403, title: 'Registration is needed for this' },
  'registration.agreement_required': { status: 422, title: 'A required agreement is missing or outdated' },
  'login.code_rejected': { status: 401, title: 'The login code is not valid' },
  'login.code_spent': { status: 409, title: 'The login code is spent and its answer cannot be given again' },
  'account.blocked': { status: 403, title: 'The platform has blocked this account' },
  'app.unknown': { status: 404, title: 'The app is not registered with this server' },
  'session_key.stale': { status: 409, title: 'The session_key is not usable for this payload' },
  'rate_limit.exceeded': { status: 429, title: 'Too many requests' },
  'identity_provider.unavailable': { status: 503, title: 'The platform does not answer' },
  'storage.unavailable': { status: 503, title: 'The store does not answer' },
  'client.upgrade_required': { status: 426, title: 'The client speaks a contract that is no longer served' },
  internal: { status: 500, title: 'Something went wrong at the server' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof errorCodes
