import {
  agreementLanguages,
  avatarField,
  getUserInfo,
  limits,
  listAgreements,
  register,
  renewRiderId,
  updatePlatformProfile,
  updateUserInfo,
  uploadAvatar,
} from '@trailpass/shared'
import {
  agreementListSchema,
  platformProfileRequestSchema,
  registrationRequestSchema,
  userInfoPatchSchema,
  userInfoSchema,
} from '@trailpass/shared/schemas'
import * as z from 'zod'
import { agreementsIn } from '../../domain/agreements.ts'
import { AppError } from '../../domain/app-error.ts'
import type { PlatformProfileService } from '../../services/platform-profile-service.ts'
import type { RegistrationService } from '../../services/registration-service.ts'
import type { UserService } from '../../services/user-service.ts'
import type { BindEndpoint } from '../bind-endpoint.ts'
import { readImageUpload } from '../read-upload.ts'

export function bindUserRoutes(
  bind: BindEndpoint,
  {
    users,
    registrations,
    platformProfiles,
  }: { users: UserService; registrations: RegistrationService; platformProfiles: PlatformProfileService },
): void {
  bind(listAgreements, {
    summary: 'List the agreements',
    auth: 'none',
    request: null,
    response: agreementListSchema,
    query: z.strictObject({ language: z.enum(agreementLanguages).default('zh-CN') }),
    handle: async ({ query }) => ({ agreements: agreementsIn(query.language) }),
  })

  bind(register, {
    summary: 'Register the caller as a member; idempotent',
    auth: 'registering',
    request: registrationRequestSchema,
    response: userInfoSchema,
    problems: ['session.identity_required', 'registration.agreement_required', 'content.refused'],
    handle: ({ body, caller }) => registrations.register(caller, body),
  })

  bind(getUserInfo, {
    summary: 'Get the caller’s profile',
    auth: 'registering',
    request: null,
    response: userInfoSchema,
    handle: ({ caller }) => users.get(caller),
  })

  bind(updateUserInfo, {
    summary: 'Change the nickname or the visibility in rankings',
    auth: 'session',
    request: userInfoPatchSchema,
    response: userInfoSchema,
    problems: ['registration.required', 'content.refused'],
    handle: ({ body, caller }) => users.update(caller, body),
  })

  bind(updatePlatformProfile, {
    summary: 'Import an encrypted profile from an old client’s platform; idempotent',
    auth: 'session',
    request: platformProfileRequestSchema,
    response: userInfoSchema,
    problems: ['registration.required', 'session_key.stale'],
    handle: ({ body, caller }) => platformProfiles.update(caller, body),
  })

  bind(renewRiderId, {
    summary: 'Issue a new rider id',
    auth: 'session',
    request: null,
    response: userInfoSchema,
    problems: ['registration.required'],
    handle: ({ caller }) => users.renewRiderId(caller),
  })

  bind(uploadAvatar, {
    summary: 'Change the avatar: JPEG, PNG or WebP, at most 1 MB',
    auth: 'session',
    request: null,
    response: userInfoSchema,
    multipart: z.object({ [avatarField]: z.string().meta({ format: 'binary' }) }),
    problems: ['registration.required'],
    async handle({ caller, ctx }) {
      if (!caller.registered) throw new AppError('registration.required')
      return users.saveAvatar(caller, await readImageUpload(ctx, { field: avatarField, maxBytes: limits.avatarBytes }))
    },
  })
}
