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
    auth: 'none',
    request: null,
    response: agreementListSchema,
    handle: async () => ({ agreements: [...agreements] }),
  })

  bind(register, {
    auth: 'session',
    request: registrationRequestSchema,
    response: userInfoSchema,
    handle: ({ body, caller }) => registrations.register(caller, body),
  })

  bind(getUserInfo, {
    auth: 'session',
    request: null,
    response: userInfoSchema,
    handle: ({ caller }) => users.get(caller),
  })

  bind(updateUserInfo, {
    auth: 'session',
    request: userInfoPatchSchema,
    response: userInfoSchema,
    handle: ({ body, caller }) => users.update(caller, body),
  })

  bind(uploadAvatar, {
    auth: 'session',
    request: null,
    response: userInfoSchema,
    async handle({ caller, ctx }) {
      if (!caller.registered) throw new AppError('registration.required')
      return users.saveAvatar(caller, await readImageUpload(ctx, { field: avatarField, maxBytes: limits.avatarBytes }))
    },
  })
}
