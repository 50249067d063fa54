/**
 * Listens to a sidecar's OSC on a real socket, and prints what it receives as koekata-listen does. The socket is the
 * system's; in the engine it is Unreal's own.
 */
#include "Koekata/Osc/OscInput.h"
#include "Koekata/Transport/ZmqReceiver.h"
#include "character.h"
#include "options.h"

#include <array>
#include <iostream>
#include <memory>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
constexpr const char* Usage = "koekata-listen-osc --port PORT [--prefix TEXT] [--seconds N] [--frames N] [--table FILE]\n";

/** A socket on this machine that waits for 20 ms at a time; -1 where the port is taken. */
int OpenPort(int Port)
{
	const int Socket = socket(AF_INET, SOCK_DGRAM, 0);
	sockaddr_in Address{};
	Address.sin_family = AF_INET;
	Address.sin_port = htons(static_cast<uint16_t>(Port));
	Address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	timeval Wait{0, 20000};
	setsockopt(Socket, SOL_SOCKET, SO_RCVTIMEO, &Wait, sizeof(Wait));
	if (bind(Socket, reinterpret_cast<const sockaddr*>(&Address), sizeof(Address)) != 0)
	{
		close(Socket);
		return -1;
	}
	return Socket;
}

void Print(const FSubjectTable& Table, FOscInput& Input, FCharacter* Character)
{
	const FSubject& Subject = *Table.Subjects().front();
	FJson Line = Answer(Subject.Newest, Table.Session());
	if (Character != nullptr)
	{
		Line["targets"] = Character->Step(Subject.Newest);
	}
	FJson Driven = FJson::object();
	for (const FOscTarget& Target : *Input.Targets(Subject.Performer))
	{
		Driven[Target.Id] = Target.Value;
	}
	Line["driven"] = Driven;
	std::cout << Line.dump() << std::endl;
}

int Listen(int Socket, const FOptions& Options)
{
	FSubjectTable Table;
	FOscInput Input(Options.Given.count("prefix") != 0 ? Options.Text("prefix") : "/koekata");
	const std::unique_ptr<FCharacter> Character = Options.Text("table").empty() ? nullptr : std::make_unique<FCharacter>(Options.Text("table"));
	std::array<char, 65536> Datagram{};
	const double EndS = LocalSeconds() + Options.Number("seconds", 10.0);
	while (LocalSeconds() < EndS && static_cast<double>(Table.Counters().Frames) < Options.Number("frames", 1e18))
	{
		const ssize_t Size = recv(Socket, Datagram.data(), Datagram.size(), 0);
		if (Size > 0 && Input.Take({Datagram.data(), static_cast<size_t>(Size)}, LocalSeconds(), Table) > 0)
		{
			Print(Table, Input, Character.get());
		}
		for (const std::string& Text : Table.TakeMessages())
		{
			std::cerr << Text << "\n";
		}
	}
	FJson Figures = Answer(Table.Counters());
	Figures["state"] = StateName(Table.Status().State);
	std::cout << FJson{{"figures", Figures}}.dump() << std::endl;
	return 0;
}
} // namespace

int main(int Count, char** Arguments)
{
	const FOptions Options(Count, Arguments);
	if (Options.Text("port").empty())
	{
		std::cerr << Usage;
		return 2;
	}
	const int Socket = OpenPort(static_cast<int>(Options.Number("port", 0.0)));
	if (Socket < 0)
	{
		std::cerr << "another program has the port\n";
		return 1;
	}
	const int Ended = Listen(Socket, Options);
	close(Socket);
	return Ended;
}
