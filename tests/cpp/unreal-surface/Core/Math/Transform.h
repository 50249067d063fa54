#pragma once

#include "Containers/UnrealString.h"

/** Pages: API/Runtime/Core/Math: TVector, TQuat, TRotator, TTransform, FLinearColor, FVector2D. Doubles since 5.0. */
struct FRotator;
struct FVector
{
	double X, Y, Z;
	static const FVector ZeroVector;
	static const FVector OneVector;
	FVector();
	explicit FVector(double Value);
	FVector(double InX, double InY, double InZ);
	FVector operator+(const FVector& Other) const;
	FVector operator-(const FVector& Other) const;
	FVector operator*(const FVector& Other) const;
	FVector operator*(double Factor) const;
	bool operator==(const FVector& Other) const;
	bool Equals(const FVector& Other, double Tolerance = 1.e-4) const;
	bool IsNearlyZero(double Tolerance = 1.e-4) const;
	FString ToString() const;
};
struct FQuat
{
	double X, Y, Z, W;
	static const FQuat Identity;
	FQuat() {}
	FQuat(double InX, double InY, double InZ, double InW);
	explicit FQuat(const FRotator& Rotator);
	FQuat operator*(const FQuat& Other) const;
	FQuat Inverse() const;
	FQuat GetNormalized(double Tolerance = 1.e-8) const;
	FRotator Rotator() const;
	FVector RotateVector(FVector Vector) const;
	bool Equals(const FQuat& Other, double Tolerance = 1.e-4) const;
};
struct FRotator
{
	double Pitch, Yaw, Roll;
	static const FRotator ZeroRotator;
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
	explicit FTransform(const FQuat& Rotation);
	explicit FTransform(const FVector& Translation);
	FTransform(const FQuat& Rotation, const FVector& Translation, const FVector& Scale = FVector::OneVector);
	FTransform(const FRotator& Rotation, const FVector& Translation, const FVector& Scale = FVector::OneVector);
	FTransform operator*(const FTransform& Other) const;
	FQuat GetRotation() const;
	FVector GetTranslation() const;
	FVector GetLocation() const;
	FVector GetScale3D() const;
	void SetRotation(const FQuat& Rotation);
	void SetTranslation(const FVector& Translation);
	void SetLocation(const FVector& Location);
	void SetScale3D(const FVector& Scale);
	void Blend(const FTransform& Atom1, const FTransform& Atom2, float Alpha);
	bool Equals(const FTransform& Other, double Tolerance = 1.e-4) const;
};
struct FVector2D
{
	double X, Y;
	FVector2D();
	FVector2D(double InX, double InY);
};
struct FColor
{
	FColor();
	FColor(uint8 R, uint8 G, uint8 B, uint8 A = 255);
};
struct FLinearColor
{
	float R, G, B, A;
	static const FLinearColor White;
	static const FLinearColor Black;
	static const FLinearColor Transparent;
	FLinearColor();
	FLinearColor(float InR, float InG, float InB, float InA = 1.0f);
	FLinearColor(const FColor& Color);
	bool operator==(const FLinearColor& Other) const;
};
