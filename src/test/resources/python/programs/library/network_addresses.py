# ipaddress: arithmetic of addresses and networks, without a network.
import ipaddress as ip

a, n = ip.ip_address("192.168.1.77"), ip.ip_network("192.168.1.0/26")
print(a in n, a + 1, int(a), a.is_private, a.packed, n.num_addresses, n.broadcast_address, n.netmask, n.hostmask, n.supernet())
print(list(n.subnets(new_prefix=28)), [str(h) for h in list(n.hosts())[:2]], n.overlaps(ip.ip_network("192.168.0.0/16")))
six = ip.ip_address("2001:db8::ff00:42:8329")
print(six, six.exploded, six.reverse_pointer, six.version, ip.ip_address("::ffff:1.2.3.4").ipv4_mapped, ip.ip_address("::1").is_loopback)
print(list(ip.summarize_address_range(ip.ip_address("10.0.0.1"), ip.ip_address("10.0.0.9"))))
print(list(ip.collapse_addresses([ip.ip_network("10.0.0.0/25"), ip.ip_network("10.0.0.128/25")])), ip.ip_interface("10.1.2.3/8").network)
print(sorted([ip.ip_address("10.0.0.10"), ip.ip_address("10.0.0.9")]), list(n.address_exclude(ip.ip_network("192.168.1.0/28"))), f"{a:x} {a:n}")
for wrong in (lambda: ip.ip_address("1.2.3"), lambda: ip.ip_network("10.0.0.1/8"), lambda: ip.IPv4Address("1.2.3.256"), lambda: ip.IPv6Address("1::2::3"), lambda: a < six):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
