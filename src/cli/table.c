/* The commands, as data. */
#include "cli/cli.h"

static const struct cli_option common[] = {
        {"--json", NULL, "print the result as JSON"},
        {"--help", NULL, "this text"},
        {NULL, NULL, NULL},
};
static const struct cli_option lab[] = {
        {"--inf", "FILE", "the driver's INF; else NAME.inf beside the driver; without any, Ethernet defaults"},
        {"--nic", "SPEC",
         "the NIC to plug in: MODEL[,NAME=VALUE]..., e.g. toe,capacity=1024,ipv6=off, virtio-net,tso=off or stub,id=8086:15b8,bar0=64K; "
         "else by the INF's "
         "hardware ids"},
        {"--name", "NAME", "name of the NIC (default: the driver's and a number, toe0); also selects its kept keywords"},
        {"--set", "NAME=VALUE", "a keyword (advanced property) for this run; may be repeated"},
        {"--cpus", "N", "simulated processors, 1 to 64 (default 4)"},
        {"--ram", "SIZE", "memory of the machine, e.g. 256M (default 64M, with a netdev 128M)"},
        {"--ndis", "VERSION", "play an older NDIS and its Windows, e.g. 6.30 (default 6.84)"},
        {"--verify", NULL, "Driver Verifier's part: guard pages, poisoned frees"},
        {"--strict", NULL, "refuse what the documentation forbids but Windows is known to let pass"},
        {"--serial", NULL, "one thread at a time, switching by --seed: a race found once is found again"},
        {"--seed", "N", "seed of --serial (default 1)"},
        {"--on-pause", "upload|hold", "what the host stack does with offloaded connections on NDIS_STATUS_OFFLOAD_PAUSE (default upload)"},
        {"--symbols", "DIR", "where the driver's PDB is (default: beside the driver)"},
        {"--no-sandbox", NULL, "run the driver without seccomp, landlock and user dispatch: for debugging Flue itself"},
        {NULL, NULL, NULL},
};
static const struct cli_option run[] = {
        {"--detach", NULL, "return when the NIC is Running; it goes on in the background until flue stop"},
        {"--on-crash", "restart|stop",
         "after a crash of the driver: start it again (default; at most 5 times, with growing pauses), or end"},
        {NULL, NULL, NULL},
};
static const struct cli_option network[] = {
        {"--lab", NULL, "a network of its own: a host and a peer, wired through driver and NIC (flue host, flue peer)"},
        {"--wire", "SPEC",
         "what the NIC is plugged into: tap, link=NAME (another NIC), packet=INTERFACE, pcapng,in=FILE,out=FILE, null; each with cut, "
         "mtu=, "
         "vlan=, loss=, reorder=, duplicate=, corrupt=, delay=, jitter=, rate=, seed=, e.g. tap,loss=1%,delay=2ms,seed=7 (default: tap to "
         "the "
         "peer with --lab, else null)"},
        {"--serve", "SPEC",
         "connections that can be offloaded: forward:PORT=ADDRESS:PORT, echo:PORT, discard:PORT, source:PORT; may be repeated"},
        {"--chimney", "MODE", "which of them go down: disabled, enabled, automatic (default)"},
        {"--netdev", "NAME|none", "the NIC as a network interface of this name, here (needs the right to make one) or in the lab"},
        {"--address", "ADDRESS/PREFIX", "of the interface; in a lab the peer gets the next one (default there: 10.77.0.1/24, fd77::1/64)"},
        {"--split", "BYTES|headers", "frames go down in MDLs of this size, or one of headers and one of payload (default: one MDL)"},
        {"--tap-fd", "N", "an open TAP for the interface (IFF_TAP | IFF_NO_PI | IFF_VNET_HDR), instead of making one"},
        {"--wire-fd", "N", "the same for --wire tap"},
        {NULL, NULL, NULL},
};
static const struct cli_option offloads[] = {{"--all", NULL, "also offloads that are not supported at all"}, {NULL, NULL, NULL}};
static const struct cli_option keywords[] = {
        {"--no-restart", NULL, "write only: the driver reads it at its next start"},
        {"--force", NULL, "write keywords and values that the INF does not know"},
        {NULL, NULL, NULL},
};
static const struct cli_option oid[] = {
        {"--size", "BYTES", "room for the answer (default 4096)"},
        {"--method", "ID", "a method request with this method id"},
        {"--path", "PATH", "ordinary, direct or synchronous"},
        {"--timeout", "MS", "time limit (default 5000)"},
        {NULL, NULL, NULL},
};
static const struct cli_option view[] = {{"--view", "VIEW", "boundary (default), offload, log or all"},
                                         {"--count", "N", "stop after N lines"},
                                         {"--read", "FILE", "what flue capture wrote, instead of a NIC that runs; all: with the frames"},
                                         {NULL, NULL, NULL}};
static const struct cli_option capture[] = {
        {"-w", "FILE", "the file, pcapng; -: standard output"},
        {"--host", NULL, "only frames between Linux and the driver"},
        {"--wire", NULL, "only frames between NIC and cable"},
        {"--both", NULL, "both (default)"},
        {"--snaplen", "N", "keep the first N bytes of each frame (default: all)"},
        {"--seconds", "N", "end after that time (default: ^C, or the NIC's end)"},
        {NULL, NULL, NULL},
};
static const struct cli_option log_view[] = {
        {"--view", "VIEW", "log (default), offload, boundary or all"}, {"--tail", "N", "the last N lines"}, {NULL, NULL, NULL}};

static const struct cli_option *const o_common[] = {common, NULL}, *const o_run[] = {lab, network, run, common, NULL},
                                      *const o_offloads[] = {offloads, lab, common, NULL}, *const o_lab[] = {lab, common, NULL},
                                      *const o_keywords[] = {keywords, common, NULL}, *const o_oid[] = {oid, common, NULL},
                                      *const o_view[] = {view, common, NULL}, *const o_capture[] = {capture, common, NULL},
                                      *const o_log[] = {log_view, common, NULL};

const struct cli_command cli_commands[] = {
        {"run", "DRIVER.sys", "load a driver, plug it into a NIC, bring it up",
         "Reads the INF, makes the NIC, starts the driver in a sandboxed process and takes it to Running. In the foreground it stays until "
         "^C or flue stop. When the\n"
         "driver crashes, a report is left under crash/ and the driver is started again.\n"
         "    flue run toe.sys --nic toe --detach\n    flue run toe.sys --nic toe --lab --detach\n    flue run wintun.sys --inf "
         "wintun.inf\n",
         o_run, 1, 1, cli_run},
        {"host", "NIC [-- COMMAND [ARG]...]", "run a command on the host's side of a lab (default: a shell)",
         "The command has this terminal, directory and environment, the lab's host network, and ends with the lab. Its exit status is "
         "flue's.\n    flue host toe0 -- ethtool -k toe0\n    flue host toe0 -- iperf3 -s\n",
         o_common, 1, CLI_ARGS, cli_space},
        {"peer", "NIC [-- COMMAND [ARG]...]", "the same at the other end of the wire",
         "    flue peer toe0 -- ping -c 1 10.77.0.1\n    flue peer toe0 -- iperf3 -c 10.77.0.1\n", o_common, 1, CLI_ARGS, cli_space},
        {"ls", "", "list the NICs that run", NULL, o_common, 0, 0, cli_ls},
        {"show", "NIC|DRIVER.sys", "everything about a NIC: MINIPORT, STATE, BINDINGS, HANDLERS", NULL, o_lab, 1, 1, cli_show},
        {"offloads", "NIC|DRIVER.sys [NAME=VALUE]...", "what the driver reports that its NIC can offload, and what of it is in use",
         "Given a driver file it runs the driver just for this. With NAME=VALUE it sets members of OID_TCP_OFFLOAD_PARAMETERS, as an "
         "administrator does live: NDIS keeps the\n"
         "keyword, the driver changes its report, the host stack follows; what happened is printed. Members: IPv4Checksum, "
         "TCPIPv4Checksum, UDPIPv4Checksum, TCPIPv6Checksum,\n"
         "UDPIPv6Checksum (off, Tx, Rx, both); LsoV1, LsoV2IPv4, LsoV2IPv6, RscIPv4, RscIPv6, TcpConnectionIPv4, TcpConnectionIPv6, "
         "UdpSegmentation.IPv4,\n"
         "UdpSegmentation.IPv6, UdpRsc.Enabled, EncapsulatedPacketTaskOffload (on, off).\n"
         "    flue offloads toe0\n    flue offloads toe.sys --nic toe,capacity=1024\n    flue offloads toe0 TcpConnectionIPv6=off "
         "LsoV2IPv4=on\n",
         o_offloads, 1, CLI_ARGS, cli_offloads},
        {"keywords", "NIC [NAME=VALUE]...", "advanced properties: show, or set and restart the adapter",
         "Values are kept in the state directory and survive. An empty value deletes the keyword.\n    flue keywords toe0 "
         "'*TCPConnectionOffloadIPv4=0'\n",
         o_keywords, 1, CLI_ARGS, cli_keywords},
        {"oid", "get|set|list NIC [OID] [VALUE]...", "query and set OIDs by name or number",
         "VALUE is a number, a MAC address, hex:BYTES, or MEMBER=VALUE pairs of the OID's structure.\n"
         "    flue oid list toe0\n    flue oid get toe0 OID_GEN_LINK_STATE\n    flue oid set toe0 OID_GEN_CURRENT_PACKET_FILTER 0xb\n",
         o_oid, 2, CLI_ARGS, cli_oid},
        {"watch", "NIC", "follow what crosses the NDIS boundary", "    flue watch toe0\n    flue watch --read out.pcapng --view all\n",
         o_view, 0, 1, cli_watch},
        {"capture", "NIC -w FILE", "frames and NDIS calls into a file that Wireshark opens",
         "Frames as Linux and the driver exchange them (interface \"host\") and as they are on the cable (\"wire\"), the offloads that go "
         "with "
         "them as comments, what\n"
         "crosses the NDIS boundary between them. flue watch --read FILE prints the latter again.\n"
         "    flue capture toe0 -w out.pcapng --seconds 10\n    flue capture toe0 --wire -w - | tshark -r -\n",
         o_capture, 1, 1, cli_capture},
        {"connections", "NIC [NAME=VALUE]...", "TCP connections and where they are; or which of them are offloaded",
         "Columns as netstat's: InHost, Offloading, Offloaded, Uploading. chimney=disabled|enabled|automatic|default, ipv4=on|off, "
         "ipv6=on|off, min_age_ms=N, min_bytes=N.\n"
         "    flue connections toe0\n    flue connections toe0 chimney=disabled\n",
         o_common, 1, CLI_ARGS, cli_connections},
        {"log", "NIC", "the driver's words: DbgPrint, WPP, the event log; and findings", NULL, o_log, 1, 1, cli_log},
        {"nic", "NIC [NAME=VALUE]...", "the hardware: show its settings, or change them while it runs",
         "What the driver does about a change is printed.\n    flue nic toe0 capacity=8\n", o_common, 1, CLI_ARGS, cli_nic},
        {"restart", "NIC", "halt and initialize the adapter anew, as disable and enable do; starts a crashed or removed one", NULL,
         o_common, 1, 1, cli_change},
        {"reset", "NIC", "MiniportResetEx", NULL, o_common, 1, 1, cli_change},
        {"pause", "NIC", "MiniportPause", NULL, o_common, 1, 1, cli_change},
        {"resume", "NIC", "MiniportRestart after pause", NULL, o_common, 1, 1, cli_change},
        {"remove", "NIC", "surprise removal", NULL, o_common, 1, 1, cli_change},
        {"stop", "NIC", "stop the adapter, unload the driver, end; exit status 1 when there were findings", NULL, o_common, 1, 1, cli_stop},
        {"stats", "NIC", "counters of the machine: pool, traps, bus", NULL, o_common, 1, 1, cli_stats},
        {"imports", "DRIVER.sys", "what a driver imports, and which of it Flue has not; exit status 1 when some is missing", NULL, o_common,
         1, 1, cli_imports},
        {"doctor", "", "what this kernel offers of what Flue uses, and what for", NULL, o_common, 0, 0, cli_doctor},
        {"version", "", "the version", NULL, o_common, 0, 0, cli_version},
        {"help", "[COMMAND]", "this overview, or one command's page", NULL, o_common, 0, 1, cli_help_run},
        {NULL, NULL, NULL, NULL, NULL, 0, 0, NULL},
};
