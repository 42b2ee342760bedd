/** Test support that every module uses: one embedded database per test machine, a self-signed transport identity. */
@NullMarked
package vn.lienthong.node.testing;

import org.jspecify.annotations.NullMarked;
