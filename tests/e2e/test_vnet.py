"""drivers/vnet on hw/virtio_net in a lab: its whole life, frames both ways, a download that arrives whole, with features taken away and without MSI-X."""
import hashlib, os, re
from harness import *

def can():
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        raise Skip("/dev/net/tun can't be opened here")

def lab(w, nic, *extra):
    can()
    w.flue("run", w.driver("vnet"), "--nic", nic, "--lab", "--detach", *extra, expect=0)

def ping(w, side, address):
    w.flue(side, "vnet0", "--", "ping", "-c", "3", "-i", "0.2", "-W", "5", address, expect=0, timeout=30)

def download(w, mebibytes):
    data = os.urandom(1 << 20) * mebibytes
    with open(os.path.join(w.work, "big"), "wb") as f:
        f.write(data)
    w.start("host", "vnet0", "--", "python3", "-m", "http.server", "8000", "--bind", "10.77.0.1")
    wait_for(lambda: w.flue("peer", "vnet0", "--", "curl", "-s", "-o", "got", "http://10.77.0.1:8000/big", timeout=60).code == 0, 30, "a download")
    with open(os.path.join(w.work, "got"), "rb") as f:
        need(hashlib.sha256(f.read()).digest() == hashlib.sha256(data).digest(), "the download is not what was served")

def settled(w):
    show = w.flue("show", "vnet0", "--json", expect=0).json
    need(show["state"] == "Running", f"state {show['state']}")
    w.flue("stop", "vnet0", expect=0)

@test
def frames_both_ways_and_a_download(w):
    lab(w, "virtio-net")
    ping(w, "peer", "10.77.0.1")
    ping(w, "host", "10.77.0.2")
    ping(w, "host", "fd77::2")
    download(w, 8)
    nic = w.flue("nic", "vnet0", "--json", expect=0).json
    need(nic["device"] == "running" and "CSUM" in nic["accepted"], f"device: {nic['device']}, accepted: {nic['accepted']}")
    need(nic["traffic"]["tx_errors"] == 0, "the device refused frames")
    settled(w)

@test
def fewer_features_and_the_line(w):
    lab(w, "virtio-net,csum=off,guestcsum=off,mrg=off,indirect=off,eventidx=off,ctrl=off,msix=0")
    report = w.flue("offloads", "vnet0", expect=0).out
    match(r"Not supported:.*IPv4 checksum, transmit", report)
    ping(w, "peer", "10.77.0.1")
    download(w, 2)
    nic = w.flue("nic", "vnet0", "--json", expect=0).json
    need(nic["interrupts"] == "line" and nic["accepted"] == ["MAC", "STATUS", "VERSION_1"], f"{nic['interrupts']}, {nic['accepted']}")
    settled(w)

@test
def link_offload_change_restart(w):
    lab(w, "virtio-net")
    match(r"host stack: link down", w.flue("nic", "vnet0", "link=down", expect=0).out)
    match(r"host stack: link up", w.flue("nic", "vnet0", "link=up", expect=0).out)
    out = w.flue("offloads", "vnet0", "TcpIPv4Checksum=off", expect=0).out
    match(r"NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG .*csum v6 tx$", out)
    w.flue("restart", "vnet0", expect=0)  # the keyword was written: it comes up so
    need(not re.search(r"IPv4 checksum, transmit +Yes", w.flue("offloads", "vnet0", expect=0).out), "the keyword was not read")
    ping(w, "peer", "10.77.0.1")
    settled(w)

main()
