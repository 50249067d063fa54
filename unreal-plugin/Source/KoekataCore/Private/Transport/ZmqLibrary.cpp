#include "ZmqLibrary.h"

namespace Koekata
{
namespace
{
constexpr const char* Remedy = ". Install the plugin anew, or name the libzmq of the sidecar's pyzmq.";

template <typename Function> bool Bind(ILibraries& Libraries, void* Handle, const char* Name, Function& Found)
{
	Found = reinterpret_cast<Function>(Libraries.Symbol(Handle, Name));
	return Found != nullptr;
}
} // namespace

bool FZmq::Load(ILibraries& Libraries, const std::string& Path, std::string& Error)
{
	Handle = Libraries.Open(Path);
	if (Handle == nullptr)
	{
		Error = "libzmq cannot be loaded from '" + Path + "': " + Libraries.Error() + Remedy;
		return false;
	}
	const auto Get = [&](const char* Name, auto& Found) { return Bind(Libraries, Handle, Name, Found); };
	const bool bWhole = Get("zmq_ctx_new", CtxNew) && Get("zmq_ctx_shutdown", CtxShutdown) && Get("zmq_ctx_term", CtxTerm) &&
						Get("zmq_socket", Socket) && Get("zmq_close", Close) && Get("zmq_setsockopt", SetOption) &&
						Get("zmq_getsockopt", GetOption) && Get("zmq_connect", Connect) && Get("zmq_recv", Receive) &&
						Get("zmq_errno", Errno) && Get("zmq_strerror", ErrorText) && Get("zmq_version", Version) && Get("zmq_has", Has);
	int Major = 0, Minor = 0, Patch = 0;
	if (bWhole)
	{
		Version(&Major, &Minor, &Patch);
	}
	if (Major == 4 && Minor >= 2)
	{
		return true;
	}
	Error = "'" + Path + "' is no libzmq of version 4.2 or newer" + Remedy;
	Unload(Libraries);
	return false;
}

void FZmq::Unload(ILibraries& Libraries)
{
	if (Handle != nullptr)
	{
		Libraries.Close(Handle);
	}
	Handle = nullptr;
}
} // namespace Koekata
