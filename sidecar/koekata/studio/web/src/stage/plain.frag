// MToon with what matters most: the lit and the shaded colour of one light, ambient light, emission, and outlines that
// are lit evenly. All colours are as the screen shows them, textures too: `litScreen` and `shadeScreen` are what the
// light makes of white, `glow` is the emission. On curves like sRGB's, products of light are products on the screen.
uniform float opacity;
uniform float shadingShiftFactor;
uniform float shadingToonyFactor;
uniform vec3 litScreen;
uniform vec3 shadeScreen;
uniform vec3 glow;
uniform vec3 outlineScreen;
uniform float outlineLightingMixFactor;

#include <common>
#include <alphatest_pars_fragment>

#if defined( MTOON_USE_UV ) && !defined( MTOON_UVS_VERTEX_ONLY )
  varying vec2 vUv;
#endif
#ifdef USE_MAP
  uniform sampler2D map;
#endif
#ifdef USE_SHADEMULTIPLYTEXTURE
  uniform sampler2D shadeMultiplyTexture;
#endif
#ifndef OUTLINE
  varying float vToward;
#endif

void main() {
  vec4 diffuseColor = vec4( vec3( 1.0 ), opacity );
  vec3 shade = vec3( 1.0 );
  #ifdef USE_MAP
    diffuseColor *= texture2D( map, vUv );
  #endif
  #include <alphatest_fragment>
  #ifdef OPAQUE
    diffuseColor.a = 1.0;
  #endif
  #ifdef OUTLINE
    vec3 color = outlineScreen * mix( vec3( 1.0 ), diffuseColor.rgb * litScreen, outlineLightingMixFactor );
  #else
    #ifdef SHADED_BY_MAP
      shade = diffuseColor.rgb;
    #elif defined( USE_SHADEMULTIPLYTEXTURE )
      shade = texture2D( shadeMultiplyTexture, vUv ).rgb;
    #endif
    float toward = vToward;
    #ifdef DOUBLE_SIDED
      toward *= gl_FrontFacing ? 1.0 : -1.0;
    #endif
    float edge = max( 1.0 - shadingToonyFactor, 0.001 );
    float lit = clamp( 0.5 + 0.5 * ( toward + shadingShiftFactor ) / edge, 0.0, 1.0 );
    vec3 color = mix( shade * shadeScreen, diffuseColor.rgb * litScreen, lit );
    #ifdef GLOWING
      // Light adds up; screens show about its root.
      color = sqrt( color * color + glow * glow );
    #endif
  #endif
  gl_FragColor = vec4( color, diffuseColor.a );
  #include <premultiplied_alpha_fragment>
}
