#!/usr/bin/env python3
"""Attacks a real fieldbookd on the loopback interface with testssl.sh and slowhttptest and judges what they find.

security.py FIELDBOOKD [--keep FOLDER]: 0 when everything found stands in expected.toml and the server stayed at the service
of others under each slow attack, 1 otherwise. Whatever a tool does is bounded in time; nothing but 127.0.0.1 is spoken to.
"""

import argparse
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
import ssl

here = pathlib.Path(__file__).resolve().parent
testssl_seconds = 1_500
# testssl.sh has no severity above these that would not be a finding.
harmless = {"OK", "INFO"}
# A scan that broke off would find nothing: these must have been looked at.
looked_at = {"TLS1", "TLS1_1", "TLS1_2", "TLS1_3", "cipherlist_NULL", "cipherlist_3DES_IDEA", "PFS", "cert_keySize", "HSTS_time",
             "heartbleed", "CCS", "ticketbleed", "ROBOT", "secure_renego", "secure_client_renego", "CRIME_TLS", "POODLE_SSL",
             "fallback_SCSV", "SWEET32", "FREAK", "DROWN", "LOGJAM", "BEAST", "LUCKY13", "RC4"}

# Each attack with so many connections for so many seconds, beyond the deadline of what it draws out.
connections = 400
attacks = {
    "slow head": {"seconds": 60, "path": "/healthz", "words": ["-H", "-i", "3", "-x", "24", "-t", "GET"], "cut": True},
    "slow body": {"seconds": 75, "path": "/v1/sessions",
                  "words": ["-B", "-i", "3", "-x", "10", "-s", "8000", "-t", "POST", "-f", "application/json"], "cut": True},
    "slow reading": {"seconds": 30, "path": "/openapi.json",
                     "words": ["-X", "-n", "3", "-z", "16", "-w", "64", "-y", "256", "-k", "3"], "cut": False},
    "many ranges": {"seconds": 20, "path": "/openapi.json", "words": ["-R", "-a", "10", "-b", "3000"], "cut": False},
}

problems: list[str] = []


def say(text: str) -> None:
    print(text, flush=True)


def run(words: list[str], **more) -> subprocess.CompletedProcess:
    return subprocess.run(words, check=True, capture_output=True, text=True, **more)


def make_certificates(folder: pathlib.Path) -> None:
    """An authority and a server's certificate under it, as a company would have them."""
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    run(["openssl", "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "365", "-subj", "/CN=Test Authority"],
        cwd=folder)
    run(["openssl", "req", *key, "-keyout", "key.pem", "-out", "server.csr", "-subj", "/CN=localhost"], cwd=folder)
    (folder / "extensions").write_text(
        "subjectAltName=DNS:localhost,IP:127.0.0.1\nkeyUsage=digitalSignature\nextendedKeyUsage=serverAuth\n")
    run(["openssl", "x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "90",
         "-extfile", "extensions", "-out", "leaf.pem"], cwd=folder)
    (folder / "chain.pem").write_text((folder / "leaf.pem").read_text() + (folder / "ca.pem").read_text())


class Server:
    """fieldbookd over TLS, with the limits of one address wide enough for one machine to be many callers."""

    def __init__(self, program: str, folder: pathlib.Path):
        data = str(folder / "data")
        run([program, "--data", data, "demo", "--customers", "5", "--people", "2"])
        self.log = open(folder / "server.log", "w", encoding="utf-8")
        self.process = subprocess.Popen(
            [program, "--data", data, "serve", "--port", "0", "--server-certificate", str(folder / "chain.pem"),
             "--server-certificate-key", str(folder / "key.pem"), "--limits-connections-per-address", "4096",
             "--limits-requests-per-address", "0"],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        if ":" not in line:
            raise RuntimeError("the server did not start; see " + self.log.name)
        self.port = int(line.rsplit(":", 1)[1])
        self.trust = ssl.create_default_context(cafile=str(folder / "ca.pem"))

    def is_well(self) -> bool:
        with urllib.request.urlopen(f"https://localhost:{self.port}/healthz", context=self.trust, timeout=30) as answer:
            return answer.status == 200

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(60)


def examine_tls(server: Server, folder: pathlib.Path, expected: list[dict]) -> None:
    report = folder / "testssl.json"
    say("testssl.sh (some minutes) ...")
    with open(folder / "testssl.log", "w", encoding="utf-8") as log:
        subprocess.run(["testssl", "--quiet", "--color", "0", "--warnings", "off", "--nodns", "none", "--ip", "127.0.0.1",
                        "--connect-timeout", "30", "--openssl-timeout", "30", "--add-ca", str(folder / "ca.pem"),
                        "--jsonfile", str(report), "-p", "-s", "-f", "-P", "-S", "-h", "-U", f"localhost:{server.port}"],
                       stdin=subprocess.DEVNULL, stdout=log, stderr=log, timeout=testssl_seconds, check=False)
    findings = json.loads(report.read_text(encoding="utf-8"))
    missing = looked_at - {finding["id"] for finding in findings}
    if missing:
        problems.append(f"testssl.sh did not look at {', '.join(sorted(missing))}; see {folder}/testssl.log")
    met = set()
    for finding in findings:
        if finding["severity"] in harmless:
            continue
        fitting = [known for known in expected
                   if known["id"] == finding["id"].split(" ")[0] and known["severity"] == finding["severity"]]
        if fitting:
            met.add(fitting[0]["id"])
            say(f"  expected: {finding['id']} ({finding['severity']}): {fitting[0]['reason']}")
        else:
            problems.append(f"testssl.sh: {finding['id']} ({finding['severity']}): {finding['finding']}")
    for known in expected:
        if known["id"] not in met:
            say(f"  no longer found: {known['id']}; it may leave expected.toml")
    say(f"  {len(findings)} findings looked at")


def attack(server: Server, folder: pathlib.Path, name: str, how: dict) -> None:
    say(f"slowhttptest: {name}, {connections} connections for {how['seconds']} seconds ...")
    prefix = folder / name.replace(" ", "_")
    ended = subprocess.run(
        ["slowhttptest", *how["words"], "-c", str(connections), "-r", "200", "-l", str(how["seconds"]), "-p", "10", "-g", "-o",
         str(prefix), "-u", f"https://localhost:{server.port}{how['path']}"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=how["seconds"] + 60,
        check=False)
    prefix.with_suffix(".log").write_text(ended.stdout, encoding="utf-8")
    with open(prefix.with_suffix(".csv"), encoding="utf-8") as table:
        rows = [[int(cell) for cell in row] for row in csv.reader(table) if row and row[0].strip().isdigit()]
    if not rows or max(row[1] + row[3] for row in rows) < connections // 2:
        problems.append(f"slowhttptest, {name}: it did not get to work; see {prefix}.log")
        return
    # Seconds, closed, pending, connected, available.
    if any(row[4] == 0 for row in rows):
        problems.append(f"slowhttptest, {name}: others were not served meanwhile")
    if how["cut"] and rows[-1][3] > connections // 10:
        problems.append(f"slowhttptest, {name}: {rows[-1][3]} connections were still held at the end")
    say(f"  served others throughout: {all(row[4] for row in rows)}; at the end {rows[-1][3]} connected, {rows[-1][1]} closed")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--keep", help="leave what the tools wrote in this folder")
    asked = parser.parse_args()
    expected = tomllib.loads((here / "expected.toml").read_text(encoding="utf-8"))["testssl"]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="fieldbook-security-"))
    try:
        make_certificates(folder)
        server = Server(asked.program, folder)
        try:
            examine_tls(server, folder, expected)
            for name, how in attacks.items():
                attack(server, folder, name, how)
            if not server.is_well():
                problems.append("the server is not well afterwards")
        finally:
            code = server.stop()
        if code != 0:
            problems.append(f"the server ended with {code}")
        if '"failure"' in pathlib.Path(server.log.name).read_text(encoding="utf-8"):
            problems.append("the server's log tells of failures")
    finally:
        if asked.keep:
            shutil.copytree(folder, asked.keep, dirs_exist_ok=True, ignore=shutil.ignore_patterns("data"))
        shutil.rmtree(folder, ignore_errors=True)
    for problem in problems:
        say("NEW: " + problem)
    say("Security: " + ("in order" if not problems else f"{len(problems)} new findings"))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
