/** Tests of how keys at rest are kept. */
@NullMarked
package vn.lienthong.node.protection.internal;

import org.jspecify.annotations.NullMarked;
