"""
The static model: a piece is its own vector plus those of its characters, a text is the weighted sum of its pieces.

A step touches only the pieces of its texts: their rows are taken out of the model, trained as a small table of their own
(`Rows`), and put back, which is several times as fast as gradients over the whole vocabulary.
"""
import numpy as np
import scipy.sparse
import torch
import torch.nn.functional as F


class SparseProduct(torch.autograd.Function):
    """A sparse matrix times a dense one."""

    @staticmethod
    def forward(context, matrix, dense):
        context.matrix = matrix
        return torch.from_numpy(matrix @ dense.detach().numpy())

    @staticmethod
    def backward(context, gradient):
        return None, torch.from_numpy(context.matrix.T @ gradient.numpy())


class Static:
    NAMES = ("pieces", "characters", "weights")

    def __init__(self, pieces, dimensions, frequency=None):
        characters = sorted({c for p in pieces[2:] for c in p})
        number = {c: i for i, c in enumerate(characters)}
        rows, columns, shares = [], [], []
        for i, piece in enumerate(pieces[2:], 2):
            for c in piece:
                rows.append(i)
                columns.append(number[c])
                shares.append(len(piece) ** -0.5)
        self.spelling = scipy.sparse.csr_matrix((np.array(shares, np.float32), (rows, columns)), (len(pieces), len(characters)))
        self.pieces = torch.zeros(len(pieces), dimensions)
        self.characters = torch.randn(len(characters), dimensions) * 0.05
        self.weights = torch.zeros(len(pieces))
        if frequency is not None:
            rarity = np.log(frequency.sum() / (frequency + 5))
            start = torch.tensor(rarity / rarity.mean(), dtype=torch.float32).clamp(0.05, 2)
            self.weights = torch.log(torch.expm1(start))

    def save(self, path):
        torch.save({name: getattr(self, name) for name in self.NAMES}, path)

    def load(self, path):
        for name, value in torch.load(path).items():
            setattr(self, name, value)
        return self

    def table(self):
        """One vector a piece: all that the finished model is."""
        vectors = self.pieces + torch.from_numpy(self.spelling @ self.characters.numpy())
        return vectors * F.softplus(self.weights)[:, None]


def embed(table, texts):
    """The directions of texts (arrays of rows of the table)."""
    places = np.concatenate([[0], np.cumsum([len(x) for x in texts])])
    ids = np.concatenate(texts).astype(np.int32)
    counts = scipy.sparse.csr_matrix((np.ones(len(ids), np.float32), ids, places), (len(texts), len(table)))
    counts.sum_duplicates()
    return F.normalize(SparseProduct.apply(counts, table), dim=-1)


class Rows:
    """The rows of a model that some texts use: `table` is what is trained, the texts are numbered by its rows."""

    def __init__(self, model, *groups):
        every = np.concatenate([x for texts in groups for x in texts])
        self.used, inverse = np.unique(every, return_inverse=True)
        self.texts, place = [], 0
        for texts in groups:
            numbered = []
            for x in texts:
                numbered.append(inverse[place:place + len(x)])
                place += len(x)
            self.texts.append(numbered)
        index = torch.from_numpy(self.used.astype(np.int64))
        self.spelling = model.spelling[self.used]
        self.vectors = model.pieces[index] + torch.from_numpy(self.spelling @ model.characters.numpy())
        self.weights = model.weights[index]
        self.scale = F.softplus(self.weights)[:, None]
        self.table = (self.vectors * self.scale).requires_grad_()
        self.index = index

    def embed(self):
        return [embed(self.table, texts) for texts in self.texts]


class RowAdam:
    """Adam with one second moment a row and no first, on the rows that a step used."""

    def __init__(self, model, rate, decay=0.98, weight_rate=2.0):
        self.model, self.rate, self.decay, self.weight_rate = model, rate, decay, weight_rate
        self.moments = {name: torch.zeros(len(getattr(model, name))) for name in Static.NAMES}

    @torch.no_grad()
    def step(self, rows, scale):
        gradient = rows.table.grad
        own = gradient * rows.scale
        shared = torch.from_numpy(rows.spelling.T @ own.numpy())
        weight = torch.einsum("ij,ij->i", gradient, rows.vectors) * torch.sigmoid(rows.weights)
        self._move("pieces", rows.index, own, self.rate * scale)
        used = torch.from_numpy(np.unique(rows.spelling.indices).astype(np.int64))
        self._move("characters", used, shared[used], self.rate * scale)
        self._move("weights", rows.index, weight, self.rate * scale * self.weight_rate)

    def _move(self, name, index, gradient, rate):
        parameter, moments = getattr(self.model, name), self.moments[name]
        flat = gradient.dim() == 1
        square = gradient.square() if flat else torch.einsum("ij,ij->i", gradient, gradient) / gradient.shape[1]
        before = moments[index]
        # A row that is seen for the first time takes its first square as its moment.
        moment = torch.where(before > 0, before * self.decay + square * (1 - self.decay), square)
        moments[index] = moment
        factor = -rate / (moment.sqrt() + 1e-10)
        parameter.index_add_(0, index, gradient * (factor if flat else factor[:, None]))
