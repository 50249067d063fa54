// MToon for meshes that are bent already. Uniforms are those of three-vrm's MToonMaterial, and `keyDirection`: towards
// the light, as the camera sees it.
uniform vec3 keyDirection;
uniform float outlineWidthFactor;

#if defined( MTOON_USE_UV ) && !defined( MTOON_UVS_VERTEX_ONLY )
  varying vec2 vUv;
#endif
#ifdef USE_MAP
  uniform mat3 mapUvTransform;
#endif
#ifdef USE_OUTLINEWIDTHMULTIPLYTEXTURE
  uniform sampler2D outlineWidthMultiplyTexture;
  uniform mat3 outlineWidthMultiplyTextureUvTransform;
#endif
#ifndef OUTLINE
  varying float vToward;
#endif

void main() {
  #if defined( MTOON_USE_UV ) && !defined( MTOON_UVS_VERTEX_ONLY )
    #ifdef USE_MAP
      vUv = ( mapUvTransform * vec3( uv, 1.0 ) ).xy;
    #else
      vUv = uv;
    #endif
  #endif
  vec3 direction = normalize( normalMatrix * normal );
  vec4 place = modelViewMatrix * vec4( position, 1.0 );
  #ifdef OUTLINE
    float width = outlineWidthFactor;
    #ifdef USE_OUTLINEWIDTHMULTIPLYTEXTURE
      width *= texture2D( outlineWidthMultiplyTexture, ( outlineWidthMultiplyTextureUvTransform * vec3( uv, 1.0 ) ).xy ).g;
    #endif
    #ifdef OUTLINE_WIDTH_SCREEN
      width *= -place.z / projectionMatrix[ 1 ].y;
    #endif
    place.xyz += width * direction;
    gl_Position = projectionMatrix * place;
    // Behind the surface where both are in the same place.
    gl_Position.z += 1E-6 * gl_Position.w;
  #else
    vToward = dot( direction, keyDirection );
    gl_Position = projectionMatrix * place;
  #endif
}
