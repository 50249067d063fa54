#pragma once

#include "Containers/UnrealString.h"

/**
 * Pages: API/Runtime/Core/Math: TVector, TQuat, TRotator, TTransform, FLinearColor, FVector2D. Doubles since 5.0; Blend takes a float
 * (5.3, 5.4); a rotator turns by yaw, then pitch, then roll (5.4, newest);
 * Equals of rotators (5.0) takes 360 degrees for 0, and no other way to the same end; of quaternions 5.3, 5.5. All but FTransform begin with whatever the memory held.
 */
struct FRotator;
struct FVector
{
	double X, Y, Z;
	static const FVector OneVector;
	FVector();
	FVector(double InX, double InY, double InZ);
	bool operator==(const FVector& Other) const;
	bool Equals(const FVector& Other, double Tolerance = 1.e-4) const;
	FString ToString() const;
};
struct FQuat
{
	double X, Y, Z, W;
	FQuat() {}
	FQuat(double InX, double InY, double InZ, double InW);
	FQuat operator*(const FQuat& Other) const;
	FVector RotateVector(FVector Vector) const;
	bool Equals(const FQuat& Other, double Tolerance = 1.e-4) const;
};
struct FRotator
{
	double Pitch, Yaw, Roll;
	FRotator();
	FRotator(double InPitch, double InYaw, double InRoll);
	FQuat Quaternion() const;
	bool Equals(const FRotator& Other, double Tolerance = 1.e-4) const;
	FString ToString() const;
};
struct FTransform
{
	static const FTransform Identity;
	FTransform();
	FTransform(const FQuat& Rotation, const FVector& Translation, const FVector& Scale = FVector::OneVector);
	FTransform operator*(const FTransform& Other) const;
	void Blend(const FTransform& Atom1, const FTransform& Atom2, float Alpha);
	bool Equals(const FTransform& Other, double Tolerance = 1.e-4) const;
};
struct FVector2D
{
	double X, Y;
	FVector2D();
	FVector2D(double InX, double InY);
};
struct FLinearColor
{
	float R, G, B, A;
	FLinearColor();
	FLinearColor(float InR, float InG, float InB, float InA = 1.0f);
	bool operator==(const FLinearColor& Other) const;
};
