/*
 * Runs a fuzz target without libFuzzer, quickly, in every build: over the files and directories given, and over a few hundred seeded
 * mutations of each. A finding of the real fuzzer becomes a file in tests/fuzz/corpus/<target>/ and is replayed here ever after.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t seed = 88172645463325252ull;
static uint32_t rnd(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 16);
}
static unsigned runs;
static void one(const uint8_t *data, size_t size)
{
	uint8_t *exact = malloc(size ? size : 1); /* of the very size, so that ASan sees a read beyond it */
	memcpy(exact, data, size);
	LLVMFuzzerTestOneInput(exact, size);
	free(exact);
	runs++;
}
static void file(const char *path, unsigned mutations)
{
	FILE *f = fopen(path, "rb");
	static uint8_t data[1 << 20], copy[1 << 20];
	if (!f)
		return;
	size_t n = fread(data, 1, sizeof(data), f);
	fclose(f);
	one(data, n);
	for (unsigned i = 0; n && i < mutations; i++) {
		size_t size = i % 8 == 7 ? rnd() % n : n;
		memcpy(copy, data, n);
		for (unsigned k = 0; k <= i % 6; k++) {
			size_t at = i & 1 ? rnd() % n : rnd() % (n < 1024 ? n : 1024);
			uint32_t v = rnd() % 3 ? 1u << rnd() % 32 : rnd();
			for (unsigned b = 0; b < 4 && at + b < n; b++)
				copy[at + b] ^= (uint8_t)(v >> b * 8);
		}
		one(copy, size);
	}
}
int main(int argc, char **argv)
{
	unsigned mutations = argc > 1 ? (unsigned)atoi(argv[1]) : 0;
	for (int i = 2; i < argc; i++) {
		struct stat st;
		DIR *d = !stat(argv[i], &st) && S_ISDIR(st.st_mode) ? opendir(argv[i]) : NULL;
		if (!d) {
			file(argv[i], mutations);
			continue;
		}
		for (struct dirent *e; (e = readdir(d));) {
			char path[1024];
			snprintf(path, sizeof(path), "%s/%s", argv[i], e->d_name);
			if (e->d_name[0] != '.')
				file(path, mutations);
		}
		closedir(d);
	}
	printf("%u inputs\n", runs);
	return runs ? 0 : 1;
}
