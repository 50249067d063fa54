// MToon with what matters most: the lit and the shaded colour of one light, ambient light, emission, and outlines that
// are lit evenly. Uniforms and varyings are those of three-vrm's MToonMaterial, whose vertex shader stays.
uniform vec3 litFactor;
uniform float opacity;
uniform vec3 shadeColorFactor;
uniform float shadingShiftFactor;
uniform float shadingToonyFactor;
uniform vec3 emissive;
uniform float emissiveIntensity;
uniform vec3 outlineColorFactor;
uniform float outlineLightingMixFactor;

#include <common>
#include <alphatest_pars_fragment>
#include <lights_pars_begin>

#if defined( MTOON_USE_UV ) && !defined( MTOON_UVS_VERTEX_ONLY )
  varying vec2 vUv;
#endif
#ifdef USE_MAP
  uniform sampler2D map;
  uniform mat3 mapUvTransform;
#endif
#ifdef USE_SHADEMULTIPLYTEXTURE
  uniform sampler2D shadeMultiplyTexture;
  uniform mat3 shadeMultiplyTextureUvTransform;
#endif
varying vec3 vNormal;

// x^(1/2.4) by roots, which are quicker than powers; within 0.004 of sRGB's own curve from 0 to 1.
vec3 toScreen( vec3 linear ) {
  vec3 first = sqrt( clamp( linear, 0.0, 1.0 ) );
  vec3 second = sqrt( first );
  return 0.662002687 * first + 0.684122060 * second - 0.323583601 * sqrt( second ) - 0.0225411470 * linear;
}

vec3 lit( vec3 light, vec3 shade ) {
  vec3 color = ambientLightColor * light;
  #if NUM_DIR_LIGHTS > 0
    vec3 normal = normalize( vNormal );
    #ifdef DOUBLE_SIDED
      normal *= gl_FrontFacing ? 1.0 : -1.0;
    #endif
    float toward = dot( normal, directionalLights[ 0 ].direction ) + shadingShiftFactor;
    float edge = max( 1.0 - shadingToonyFactor, 0.001 );
    color += directionalLights[ 0 ].color * mix( shade, light, clamp( 0.5 + 0.5 * toward / edge, 0.0, 1.0 ) );
  #endif
  return color * RECIPROCAL_PI + emissive * emissiveIntensity;
}

void main() {
  vec4 diffuseColor = vec4( litFactor, opacity );
  vec3 shade = shadeColorFactor;
  #ifdef USE_MAP
    vec4 texel = texture2D( map, ( mapUvTransform * vec3( vUv, 1.0 ) ).xy );
    diffuseColor *= texel;
  #endif
  #include <alphatest_fragment>
  #ifdef OPAQUE
    diffuseColor.a = 1.0;
  #endif
  #ifdef OUTLINE
    vec3 even = diffuseColor.rgb * min( vec3( 1.0 ), ambientLightColor );
    vec3 color = outlineColorFactor * mix( vec3( 1.0 ), even, outlineLightingMixFactor );
  #else
    #ifdef SHADED_BY_MAP
      shade *= texel.rgb;
    #elif defined( USE_SHADEMULTIPLYTEXTURE )
      shade *= texture2D( shadeMultiplyTexture, ( shadeMultiplyTextureUvTransform * vec3( vUv, 1.0 ) ).xy ).rgb;
    #endif
    vec3 color = lit( diffuseColor.rgb, shade );
  #endif
  gl_FragColor = vec4( toScreen( color ), diffuseColor.a );
  #include <premultiplied_alpha_fragment>
}
