# Varnish caches in front of several Signatory servers: a file for /etc/varnish/default.vcl.
#
#   signatory serve --listen 127.0.0.1:8080 --trusted-proxy 127.0.0.1     on each machine
#
# Answers say how long they keep (Cache-Control) and what they depend on (Vary), and Varnish obeys.
# Signatory packs answers itself, by gzip and br, each with its own ETag. So that Varnish keeps them as
# they are, start it with: varnishd -p http_gzip_support=off
#
# All servers give the same ETags for the same texts, so that any of them can say 304 for another.

vcl 4.1;

import directors;
import std;

probe health {
    .url = "/healthz";
    .interval = 1s;
    .timeout = 1s;
    .window = 3;
    .threshold = 2;
    .initial = 2;
}

backend one {
    .host = "127.0.0.1";
    .port = "8080";
    .probe = health;
}

backend two {
    .host = "127.0.0.1";
    .port = "8081";
    .probe = health;
}

sub vcl_init {
    new signatory = directors.shard();
    signatory.add_backend(one);
    signatory.add_backend(two);
    signatory.reconfigure();
}

sub vcl_recv {
    # Varnish has put the client's address behind X-Forwarded-For. The scheme is that of Varnish's
    # own listener; behind something that ends TLS, take it from there.
    set req.http.X-Forwarded-Proto = "http";
    set req.http.X-Forwarded-Host = req.http.Host;
    unset req.http.Forwarded;
    unset req.http.X-Forwarded-Prefix;
    # Nothing here depends on cookies, and what browsers send besides must not split the cache.
    unset req.http.Cookie;
    # Three copies at most, not one for each way to ask for the same.
    if (req.http.Accept-Encoding ~ "(^|,) *br *(,|$)") {
        set req.http.Accept-Encoding = "br";
    } else if (req.http.Accept-Encoding ~ "(^|,) *gzip *(,|$)") {
        set req.http.Accept-Encoding = "gzip";
    }
    # URLs in answers begin with the host that was asked: keep one copy for each.
    if (req.method == "GET" || req.method == "HEAD") {
        return (hash);
    }
    return (pass);
}

sub vcl_backend_fetch {
    # A URL has its server. Where that has gone and the probe has not seen it yet, the request is
    # sent again to another: by turns it might be sent to the gone one again and again.
    set bereq.backend = signatory.backend(by=URL, alt=bereq.retries);
}

sub vcl_backend_response {
    # Serve what is old while it is fetched anew, or while no server is there.
    set beresp.grace = 1h;
    if (beresp.status == 429 || beresp.status == 503) {
        if (beresp.status == 503 && bereq.retries < 3) {
            return (retry);
        }
        # One client's refusal is nobody else's answer.
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
    }
}

sub vcl_backend_error {
    if (bereq.retries < 3) {
        return (retry);
    }
}
