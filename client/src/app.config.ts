import { requiredPrivateInfos } from '../privacy.json'

// Mini programs open the web client's page, and the web client contains it.
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
  // Preloaded while home is shown, so that no press waits for a download.
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
  // Taro hides the previous page with a timer at the end of its slide, even if the user has returned to it by then.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
  ...(process.env.TARO_ENV === 'weapp' && {
    // Generated from the build by `privacy`.
    requiredPrivateInfos: requiredPrivateInfos as 'getFuzzyLocation'[],
    permission: { 'scope.userFuzzyLocation': { desc: '用来显示你离步道有多远，不会保存' } },
  }),
})
