import {
  bindPhone,
  decideJoin,
  deleteUserInfo,
  exportUserInfo,
  getJoinOffer,
  giveConsents,
  removePhone,
  withdrawConsent,
} from '@trailpass/shared'
import {
  consentRequestSchema,
  joinDecisionSchema,
  joinOfferAnswerSchema,
  phoneRequestSchema,
  userExportSchema,
  userInfoSchema,
} from '@trailpass/shared/schemas'
import type { AccountJoinService } from '../../services/account-join-service.ts'
import type { ConsentService } from '../../services/consent-service.ts'
import type { Eraser } from '../../services/eraser.ts'
import type { ExportService } from '../../services/export-service.ts'
import type { PhoneService } from '../../services/phone-service.ts'
import type { SealedPhoneService } from '../../services/sealed-phone-service.ts'
import type { BindEndpoint } from '../bind-endpoint.ts'
import { clearSessionCookie } from '../session-cookie.ts'

/** Account settings, consents, export and erasure. */
export function bindAccountRoutes(
  bind: BindEndpoint,
  deps: {
    phones: PhoneService
    sealedPhones: SealedPhoneService
    consents: ConsentService
    accountJoins: AccountJoinService
    exports: ExportService
    eraser: Eraser
    secureCookies: boolean
  },
): void {
  const { phones, sealedPhones, consents, accountJoins, exports, eraser } = deps

  bind(bindPhone, {
    summary: 'Set the phone number from the platform’s phone button, by code or encrypted',
    auth: 'session',
    request: phoneRequestSchema,
    response: userInfoSchema,
    problems: ['registration.required', 'phone.code_rejected', 'phone.unavailable', 'session_key.stale'],
    handle({ caller, body: { code, encryptedData = '', iv = '', ...rest } }) {
      if (code !== undefined) return phones.bind(caller, code)
      return sealedPhones.bind(caller, { encryptedData, iv, ...rest })
    },
  })

  bind(removePhone, {
    summary: 'Delete the phone number',
    auth: 'session',
    request: null,
    response: userInfoSchema,
    problems: ['registration.required'],
    handle: ({ caller }) => phones.remove(caller),
  })

  bind(giveConsents, {
    summary: 'Accept agreements that have changed since registration',
    auth: 'session',
    request: consentRequestSchema,
    response: userInfoSchema,
    problems: ['registration.required'],
    handle: ({ caller, body }) => consents.give(caller, body),
  })

  bind(withdrawConsent, {
    summary: 'Withdraw a consent and erase the data based on it',
    auth: 'session',
    request: null,
    response: userInfoSchema,
    problems: ['request.not_found'],
    handle: ({ caller, id }) => consents.withdraw(caller, id),
  })

  bind(getJoinOffer, {
    summary: 'Get the caller’s other account, if the platform identifies both as the same person',
    auth: 'session',
    request: null,
    response: joinOfferAnswerSchema,
    handle: ({ caller }) => accountJoins.findOffer(caller),
  })

  bind(decideJoin, {
    summary: 'Merge the two accounts, or keep them separate',
    auth: 'session',
    request: joinDecisionSchema,
    response: userInfoSchema,
    problems: ['session.fresh_login_required'],
    handle: ({ caller, body }) => accountJoins.decide(caller, body.join),
  })

  bind(exportUserInfo, {
    summary: 'Export everything stored about the caller',
    auth: 'session',
    request: null,
    response: userExportSchema,
    problems: ['session.fresh_login_required'],
    handle: ({ caller }) => exports.export(caller),
  })

  bind(deleteUserInfo, {
    summary: 'Erase the account and all its data',
    auth: 'session',
    request: null,
    response: null,
    problems: ['session.fresh_login_required'],
    async handle({ caller, ctx }) {
      await eraser.eraseCaller(caller)
      if (ctx.state.cookieMode) clearSessionCookie(ctx, caller.session.scope, { secure: deps.secureCookies })
    },
  })
}
