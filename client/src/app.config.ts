import { requiredPrivateInfos } from '../privacy.json'

// A mini program opens the page of the web client, and the web client has it.
const registration = {
  root: process.env.TARO_ENV === 'h5' ? 'pages/web-registration' : 'pages/web-view',
  pages: ['index'],
}

export default defineAppConfig({
  pages: ['pages/home/index'],
  subPackages: [
    { root: 'pages/ride', pages: ['index'] },
    {
      root: 'pages/profile',
      pages: ['index', 'devices/index', 'export/index', 'withdraw/index', 'erase/index'],
    },
    { root: 'pages/agreement', pages: ['index'] },
    { root: 'pages/history', pages: ['index'] },
    { root: 'pages/ranking', pages: ['index'] },
    { root: 'pages/trails', pages: ['index'] },
    { root: 'pages/help', pages: ['index', 'about/index'] },
    registration,
  ],
  // Fetched while home is being looked at, so that no press waits for a download.
  preloadRule: {
    'pages/home/index': {
      network: 'all',
      packages: [
        'pages/ride',
        'pages/profile',
        'pages/agreement',
        'pages/history',
        'pages/ranking',
        'pages/trails',
        registration.root,
      ],
    },
  },
  window: {
    navigationBarTitleText: '步道通',
    navigationBarBackgroundColor: '@navigationBackground',
    navigationBarTextStyle: '@navigationText' as 'black',
    backgroundColor: '@background',
    backgroundTextStyle: '@loadingText' as 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // Taro hides the page that was left by a timer at the end of its slide, also when one has come back to it by then.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
  ...(process.env.TARO_ENV === 'weapp' && {
    // Made of what the build uses, by `privacy`.
    requiredPrivateInfos: requiredPrivateInfos as 'getFuzzyLocation'[],
    permission: { 'scope.userFuzzyLocation': { desc: '用来显示你离步道有多远，不会保存' } },
  }),
})
