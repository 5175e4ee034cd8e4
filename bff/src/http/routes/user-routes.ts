import {
  avatarField,
  getUserInfo,
  limits,
  listAgreements,
  register,
  updateUserInfo,
  uploadAvatar,
} from '@trailpass/shared'
import {
  agreementListSchema,
  registrationRequestSchema,
  userInfoPatchSchema,
  userInfoSchema,
} from '@trailpass/shared/schemas'
import * as z from 'zod'
import { agreements } from '../../domain/agreements.ts'
import { AppError } from '../../domain/app-error.ts'
import type { RegistrationService } from '../../services/registration-service.ts'
import type { UserService } from '../../services/user-service.ts'
import type { BindEndpoint } from '../bind-endpoint.ts'
import { readImageUpload } from '../read-upload.ts'

export function bindUserRoutes(
  bind: BindEndpoint,
  { users, registrations }: { users: UserService; registrations: RegistrationService },
): void {
  bind(listAgreements, {
    summary: 'The texts people agree to',
    auth: 'none',
    request: null,
    response: agreementListSchema,
    handle: async () => ({ agreements: [...agreements] }),
  })

  bind(register, {
    summary: 'Become a member; repeated calls answer the same',
    auth: 'session',
    request: registrationRequestSchema,
    response: userInfoSchema,
    handle: ({ body, caller }) => registrations.register(caller, body),
  })

  bind(getUserInfo, {
    summary: 'What is stored about the caller',
    auth: 'session',
    request: null,
    response: userInfoSchema,
    handle: ({ caller }) => users.get(caller),
  })

  bind(updateUserInfo, {
    summary: 'Change the nickname',
    auth: 'session',
    request: userInfoPatchSchema,
    response: userInfoSchema,
    handle: ({ body, caller }) => users.update(caller, body),
  })

  bind(uploadAvatar, {
    summary: 'Change the avatar: JPEG, PNG or WebP, at most 1 MB',
    auth: 'session',
    request: null,
    response: userInfoSchema,
    multipart: z.object({ [avatarField]: z.string().meta({ format: 'binary' }) }),
    async handle({ caller, ctx }) {
      if (!caller.registered) throw new AppError('registration.required')
      return users.saveAvatar(caller, await readImageUpload(ctx, { field: avatarField, maxBytes: limits.avatarBytes }))
    },
  })
}
