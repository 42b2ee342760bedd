/** Tests of training. */
@NullMarked
package vn.lienthong.node.training.internal;

import org.jspecify.annotations.NullMarked;
