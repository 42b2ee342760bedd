// Command logverify checks a whole log of Liên thông with public code only: golang.org/x/mod/sumdb/note opens the checkpoint,
// golang.org/x/mod/sumdb/tlog does everything with the tree.
//
// On Debian 12:
//
//	apt install golang-1.19-go golang-golang-x-mod-dev
//	GO111MODULE=off GOPATH=/usr/share/gocode /usr/lib/go-1.19/bin/go build -o logverify logverify.go
//	./logverify -key vkey /var/lib/lienthong/log [earlier checkpoint ...]
//	./logverify -key vkey -ca authority.pem https://node.example.vn/log
//
// It reads every entry, computes the tree anew, and compares every tile, the root and the signature. Each earlier checkpoint
// that is named must be the beginning of the log. Line 1 of the key file must be the log's Ed25519 verifier key; other kinds of
// signature are beyond this code and are ignored, as the format demands.
package main

import (
	"bytes"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
	maxFile    = tileWidth * (2 + 65535)
	allProofs  = 4096
)

var (
	keyFile  = flag.String("key", "", "file whose first line is the log's Ed25519 verifier key")
	caFile   = flag.String("ca", "", "certificate authority for https (PEM)")
	certFile = flag.String("cert", "", "client certificate for https (PEM)")
	certKey  = flag.String("certkey", "", "private key of the client certificate (PEM)")
)

type source func(path string) ([]byte, error)

func main() {
	log.SetFlags(0)
	log.SetPrefix("logverify: ")
	flag.Parse()
	if *keyFile == "" || flag.NArg() < 1 {
		log.Fatal("usage: logverify -key VKEY-FILE [-ca PEM] [-cert PEM -certkey PEM] DIRECTORY|URL [CHECKPOINT ...]")
	}
	tree, err := verify(flag.Arg(0), flag.Args()[1:])
	if err != nil {
		log.Fatal("REJECTED: ", err)
	}
	fmt.Printf("OK %d entries, root %v\n", tree.N, tree.Hash)
}

func verify(prefix string, earlier []string) (tlog.Tree, error) {
	var tree tlog.Tree
	key, err := os.ReadFile(*keyFile)
	if err != nil {
		return tree, err
	}
	verifier, err := note.NewVerifier(strings.SplitN(string(key), "\n", 2)[0])
	if err != nil {
		return tree, err
	}
	read, err := open(prefix)
	if err != nil {
		return tree, err
	}
	signed, err := read("checkpoint")
	if err != nil {
		return tree, err
	}
	if tree, err = checkpoint(signed, verifier); err != nil {
		return tree, err
	}
	hashes, err := rebuild(tree, read)
	if err != nil {
		return tree, err
	}
	if err := compareTiles(tree, hashes, read); err != nil {
		return tree, err
	}
	if err := proveEntries(tree, hashes, read); err != nil {
		return tree, err
	}
	for _, file := range earlier {
		if err := proveEarlier(file, tree, verifier, read); err != nil {
			return tree, fmt.Errorf("%s: %w", file, err)
		}
	}
	return tree, nil
}

// checkpoint opens the signed note and reads origin, size and root.
func checkpoint(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	var tree tlog.Tree
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tree, fmt.Errorf("checkpoint: %w", err)
	}
	for _, sig := range append(opened.Sigs, opened.UnverifiedSigs...) {
		if _, err := base64.StdEncoding.Strict().DecodeString(sig.Base64); err != nil {
			return tree, fmt.Errorf("checkpoint: signature of %s: %w", sig.Name, err)
		}
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tree, errors.New("checkpoint: not the three lines of this log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil || tree.N < 0 {
		return tree, errors.New("checkpoint: bad size")
	}
	if tree.Hash, err = tlog.ParseHash(lines[2]); err != nil {
		return tree, fmt.Errorf("checkpoint: %w", err)
	}
	return tree, nil
}

// rebuild reads all entries and computes all hashes of the tree.
func rebuild(tree tlog.Tree, read source) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for first := int64(0); first < tree.N; first += tileWidth {
		width := tree.N - first
		if width > tileWidth {
			width = tileWidth
		}
		bundle, err := read(strings.Replace(tilePath(0, first/tileWidth, int(width)), "tile/0/", "tile/entries/", 1))
		if err != nil {
			return nil, err
		}
		for n := first; n < first+width; n++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return nil, fmt.Errorf("entry %d: the bundle ends too early", n)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			more, err := tlog.StoredHashes(n, bundle[2:end], known(hashes))
			if err != nil {
				return nil, err
			}
			hashes = append(hashes, more...)
			bundle = bundle[end:]
		}
		if len(bundle) > 0 {
			return nil, fmt.Errorf("entries %d to %d: octets left over", first, first+width-1)
		}
	}
	root := tlog.Hash(sha256.Sum256(nil))
	if tree.N > 0 {
		var err error
		if root, err = tlog.TreeHash(tree.N, known(hashes)); err != nil {
			return nil, err
		}
	}
	if root != tree.Hash {
		return nil, errors.New("the entries do not have the root of the checkpoint")
	}
	return hashes, nil
}

// known reads hashes from memory.
func known(hashes []tlog.Hash) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, 0, len(indexes))
		for _, i := range indexes {
			if i >= int64(len(hashes)) {
				return nil, fmt.Errorf("hash %d is beyond the tree", i)
			}
			found = append(found, hashes[i])
		}
		return found, nil
	})
}

// compareTiles reads every tile and compares it with what the entries make of it.
func compareTiles(tree tlog.Tree, hashes []tlog.Hash, read source) error {
	for level := 0; tree.N>>(tileHeight*level) > 0; level++ {
		count := tree.N >> (tileHeight * level)
		for first := int64(0); first < count; first += tileWidth {
			width := count - first
			if width > tileWidth {
				width = tileWidth
			}
			tile := tlog.Tile{H: tileHeight, L: level, N: first / tileWidth, W: int(width)}
			want, err := tlog.ReadTileData(tile, known(hashes))
			if err != nil {
				return err
			}
			path := tilePath(level, tile.N, tile.W)
			got, err := read(path)
			if err != nil {
				return err
			}
			if !bytes.Equal(got, want) {
				return fmt.Errorf("%s: not the hashes of the entries", path)
			}
		}
	}
	return nil
}

// proveEntries proves entries from tiles alone: all of a small log, some of a large one.
func proveEntries(tree tlog.Tree, hashes []tlog.Hash, read source) error {
	step := tree.N/allProofs + 1
	reader := tlog.TileHashReader(tree, &tiles{read: read, cache: map[string][]byte{}})
	for n := int64(0); n < tree.N; n += step {
		proof, err := tlog.ProveRecord(tree.N, n, reader)
		if err != nil {
			return fmt.Errorf("entry %d: %w", n, err)
		}
		leaf := hashes[tlog.StoredHashIndex(0, n)]
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaf); err != nil {
			return fmt.Errorf("entry %d: %w", n, err)
		}
	}
	return nil
}

// proveEarlier proves that an earlier checkpoint is the beginning of the log.
func proveEarlier(file string, tree tlog.Tree, verifier note.Verifier, read source) error {
	signed, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	old, err := checkpoint(signed, verifier)
	if err != nil {
		return err
	}
	if old.N == 0 {
		return nil
	}
	if old.N > tree.N {
		return fmt.Errorf("the log had %d entries and has %d now", old.N, tree.N)
	}
	reader := tlog.TileHashReader(tree, &tiles{read: read, cache: map[string][]byte{}})
	proof, err := tlog.ProveTree(tree.N, old.N, reader)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash)
}

// tiles fetches tiles for the code of tlog.
type tiles struct {
	read  source
	cache map[string][]byte
}

func (t *tiles) Height() int { return tileHeight }

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		path := tilePath(tile.L, tile.N, tile.W)
		if t.cache[path] == nil {
			octets, err := t.read(path)
			if err != nil {
				return nil, err
			}
			t.cache[path] = octets
		}
		data = append(data, t.cache[path])
	}
	return data, nil
}

// tilePath is the path of C2SP tlog-tiles: that of tlog without the height.
func tilePath(level int, n int64, width int) string {
	path := tlog.Tile{H: tileHeight, L: level, N: n, W: width}.Path()
	return strings.Replace(path, fmt.Sprintf("tile/%d/", tileHeight), "tile/", 1)
}

func open(prefix string) (source, error) {
	if !strings.Contains(prefix, "://") {
		return func(path string) ([]byte, error) {
			file, err := os.Open(filepath.Join(prefix, filepath.FromSlash(path)))
			if err != nil {
				return nil, err
			}
			defer file.Close()
			return all(path, file)
		}, nil
	}
	client, err := client()
	if err != nil {
		return nil, err
	}
	return func(path string) ([]byte, error) {
		answer, err := client.Get(strings.TrimSuffix(prefix, "/") + "/" + path)
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("%s: %s", path, answer.Status)
		}
		return all(path, answer.Body)
	}, nil
}

func all(path string, reader io.Reader) ([]byte, error) {
	octets, err := io.ReadAll(io.LimitReader(reader, maxFile+1))
	if err == nil && len(octets) > maxFile {
		err = fmt.Errorf("%s: too large", path)
	}
	return octets, err
}

func client() (*http.Client, error) {
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	if *caFile != "" {
		pem, err := os.ReadFile(*caFile)
		if err != nil {
			return nil, err
		}
		config.RootCAs = x509.NewCertPool()
		if !config.RootCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("%s: no certificate", *caFile)
		}
	}
	if *certFile != "" {
		pair, err := tls.LoadX509KeyPair(*certFile, *certKey)
		if err != nil {
			return nil, err
		}
		config.Certificates = []tls.Certificate{pair}
	}
	return &http.Client{Transport: &http.Transport{TLSClientConfig: config}}, nil
}
