/*
 * The control protocol between lab and machine: one SOCK_SEQPACKET socket, one message per packet, both of the same build (checked in
 * HELLO). Every message is a struct machine_msg and a body. Requests carry an id; the answer repeats it. Either side may ask. Bodies marked
 * JSON are UTF-8 text without terminator; the rest are the structs below. The lab validates all that comes from the machine.
 */
#pragma once
#include <stdint.h>

#define MACHINE_PROTO   1
#define MACHINE_MSG_MAX (256 * 1024)

enum machine_verb {
	/* machine -> lab */
	MM_HELLO = 1, /* struct machine_hello: first message, after the sandbox is up */
	MM_REG_WRITE, /* JSON {path,name,type,data(hex)} ("delete":true): the lab makes it durable, then answers MM_OK: keywords are
	                 persisted before the set */
	MM_STATE,     /* JSON {adapter, state}: adapter state changed */
	MM_NET,       /* JSON as struct port_net (src/port/port.h): what Linux may ask of the adapter now; one way, at every change */
	/* lab -> machine; answered by MM_OK (JSON body, may be {}) or MM_ERROR (JSON {"error": one line, "status": ntstatus or null,
	   "class": "..."}) */
	MM_REG_SET = 32, /* JSON {path,name,type,data(hex)} or {"values":[...]} : before LOAD, and `flue keywords` */
	MM_INSPECT,      /* {} the image area is parsed, not run. -> {info:{...}, imports:[{dll,name,have}]} */
	MM_LOAD,         /* JSON {name, service}. -> {info:{...}, ndis:"6.84"} */
	MM_START, /* JSON {adapter, nic, device_id, instance_id, driver_key, description}: create devnode, AddDevice, start, up. -> describe
	           */
	MM_DESCRIBE, /* JSON {adapter} -> ndis_adapter_describe + tcpip_describe */
	MM_OID,      /* JSON {adapter,type:"query|set|method",oid,in:hex,out:bytes,method_id,port,timeout_ms,path} ->
	                {status,written,read,needed,supported_revision,data:hex} */
	MM_PAUSE,
	MM_RESTART,     /* {adapter}: NDIS pause / restart */
	MM_RESET,       /* {adapter} */
	MM_STOP,        /* {adapter, surprise:bool}: remove the device */
	MM_START_AGAIN, /* {adapter}: after STOP, as a disable/enable does: halts and initializes anew */
	MM_UNLOAD,      /* {} unload the driver. -> {leaks:n, findings:n} */
	MM_SHUTDOWN,    /* {adapter}: MiniportShutdownEx */
	MM_IOCTL,       /* {device, code, in:hex, out:bytes} -> {status, data:hex} */
	MM_POLICY,      /* {on_pause:"upload|hold"} */
	MM_STATS,       /* {} -> {pool:{...}, threads, traps, ...} */
	MM_EXIT,        /* {}: orderly end of the process */
	MM_CHANNEL,     /* {index}: serve that guest channel from now on; an error when it has ended */
	MM_NET_SET, /* JSON {adapter, mac:"02:..."?, mtu?, and together multicast:["01:00:5e:..."], promisc, allmulti}: what the user of the
	               netdev wants. MM_ERROR: refused; what then holds is what MM_NET said last */
	/* answers */
	MM_OK = 64,
	MM_ERROR,
};
struct machine_msg {
	uint32_t verb;
	uint32_t id;
	uint32_t bytes; /* of the body */
	uint32_t pad;
};
/*
 * Guest channels: SOCK_SEQPACKET pairs made with the machine, one end at MACHINE_FD_GUEST + index, the other lent by the lab to a client of
 * its control socket (verb "channel") for as long as that connection lasts. What goes over one are the packets above, MM_OID only, and what
 * comes back is MM_OK or MM_ERROR; MM_ERROR means that the driver was not asked. One request at a time. What is no such packet is answered
 * by MM_ERROR. The pool is fixed because the machine may not receive descriptors.
 */
#define MACHINE_GUESTS 4
struct machine_hello {
	uint32_t proto;
	uint32_t pid;
	uint8_t build_id[20];
	uint32_t sandbox; /* bits: 1 seccomp, 2 landlock, 4 user dispatch, 8 no_new_privs */
};
