/** As long as what the BFF answers. */
export const userInfo = {
  userId: '01JD8Q2V3W4X5Y6Z7A8B9C0D1E',
  registered: true,
  nickname: '步道用户',
  displayName: '步道用户',
  avatarUrl: null,
  underReview: [],
  refused: [],
  phoneMasked: null,
  riderId: 'R7K2M9QX',
  ranked: true,
  consents: [
    { id: 'terms', version: '2', agreedAt: '2026-11-22T08:00:00.000Z', screen: 'registration' },
    { id: 'privacy', version: '2', agreedAt: '2026-11-22T08:00:00.000Z', screen: 'registration' },
  ],
  joinOffered: false,
  profileRefreshDue: false,
  createdAt: '2026-11-22T08:00:00.000Z',
}
