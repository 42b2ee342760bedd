/**
 * Packages: a document's files in one signed container, ASiC-E with CAdES (ETSI EN 319 162-1), written and checked in one pass
 * with constant memory.
 *
 * <p>The container holds, in this order: {@code mimetype}; the data objects; {@code META-INF/ASiCManifest001.xml} with the digest
 * of each of them; {@code META-INF/signature001.p7s}, the classical CAdES signature of the manifest; and
 * {@code META-INF/ml-dsa-001.p7s}, the ML-DSA signature of the same manifest. The name of the last one is chosen with care: EU DSS
 * takes every {@code META-INF/*signature*.p7s} for a signature that it must be able to check, and knows no ML-DSA; under this name
 * it passes over the file and finds the container valid, while our own reader demands both signatures.
 */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.asic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
