"""What every character is built with: meshes, curves, paint, glTF and VRM."""
