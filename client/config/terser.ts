/**
 * Taro turns most of terser off for mini programs. These are safe on ES5 engines and make the main package a tenth
 * smaller.
 */
export const terserOptions = {
  compress: {
    arrows: true,
    collapse_vars: true,
    comparisons: true,
    computed_props: true,
    hoist_props: true,
    inline: 3,
    loops: true,
    negate_iife: true,
    passes: 2,
    properties: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    typeofs: true,
  },
}
